/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-column.h"
#include "ledger-connection.h"

G_BEGIN_DECLS

/* What is looked at before a ledger is opened (LOG 13). */

/* NOT_FOUND where there is no such file. */
gboolean ledger_opening_check_exists (const char *path, GError **error);
/* Whether a ledger may be written where PATH lies: READ_ONLY, NOT_FOUND (the folder), UNSUPPORTED
 * (a share, a stick). */
gboolean ledger_opening_check_place (const char *path, GError **error);
/* As ledger_schema_check(), for reading. A newer program adds to the file and takes nothing away,
 * so what this one knows of it can be read; where it cannot, the reading fails by itself. */
gboolean ledger_opening_check_readable (LedgerConnection *connection, GError **error);

/* READ, or IMMUTABLE in a folder that cannot be written and where no -wal lies. */
LedgerConnectionMode ledger_opening_choose_mode (const char *path);

/* Whether a -wal with something in it lies beside the file. */
gboolean ledger_opening_has_leftover (const char *path);

/* A -wal that no writer owns is left over from a crash, or does not belong to this file: pages and
 * hashes are checked before the first write. Where they fail: LEDGER_ERROR_DAMAGED; with SET_ASIDE
 * (the caller holds the lock) -wal, -shm and a copy of the file were put aside under a name that
 * the message gives. */
gboolean ledger_opening_check_leftover (const char *path,
                                        const LedgerReading *reading,
                                        gboolean set_aside,
                                        GError **error);
/* Pages and every hash of the log, through a connection of its own that only reads: the file is the
 * same after DAMAGED. The caller holds the lock. */
gboolean ledger_opening_check_log (const char *path, const LedgerReading *reading, GError **error);

G_END_DECLS
