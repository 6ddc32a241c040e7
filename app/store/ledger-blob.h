/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"

G_BEGIN_DECLS

/* Evidence bytes: chunks of 1 MiB under a row that bears their digest (LOG 11). */

/* Removes what a kill left while staging: unfinished bytes, and finished ones that no operation
 * names. By the writer at opening, before attaching starts. */
gboolean ledger_blob_remove_leftovers (LedgerLog *log, GError **error);
/* 0 where the ledger has no complete bytes of that digest; -1 on error. SIZE may be NULL. */
gint64 ledger_blob_find (LedgerLog *log, const guint8 digest[32], guint64 *size, GError **error);
/* Reads chunk POSITION into BYTES; *BYTES is NULL where there is none. */
gboolean ledger_blob_read_chunk (
    LedgerLog *log, gint64 blob, gint64 position, GBytes **bytes, GError **error);
/* Whether the chunks give the digest and the size; a page that cannot be read is no error but
 * *INTACT FALSE: damage to evidence stays that evidence's (LOG 15). */
gboolean ledger_blob_is_intact (LedgerLog *log,
                                gint64 blob,
                                const guint8 digest[32],
                                guint64 size,
                                gboolean *intact,
                                GCancellable *cancellable,
                                GError **error);
/* Takes the row and its chunks away, a batch per transaction. On a full disk too: what was there is
 * then not overwritten before the room is used again. */
gboolean ledger_blob_remove (LedgerLog *log, gint64 blob, GError **error);

G_END_DECLS
