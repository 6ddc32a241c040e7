/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-column.h"
#include "ledger-connection.h"

G_BEGIN_DECLS

/* What is looked at before a ledger is opened (LOG 13). */

/* READ, or IMMUTABLE in a folder that cannot be written and where no -wal lies. */
LedgerConnectionMode ledger_opening_choose_mode (const char *path);

/* A -wal that no writer owns is left over from a crash, or does not belong to this file: pages and
 * hashes are checked before the first write. Where they fail: LEDGER_ERROR_DAMAGED; with SET_ASIDE
 * (the caller holds the lock) -wal, -shm and a copy of the file were put aside under a name that
 * the message gives. */
gboolean ledger_opening_check_leftover (const char *path,
                                        const LedgerReading *reading,
                                        gboolean set_aside,
                                        GError **error);

G_END_DECLS
