/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store-room.h"

G_BEGIN_DECLS

/* What the other modules ask of the past; the rest of this module is in ledger-store.h. */

/* Fields with several distinct head values, of living records. */
GPtrArray *ledger_history_find_conflicts (LedgerLog *log, LedgerApply *apply, GError **error);
/* An edit's header; NULL with ERROR where there is none. */
LedgerLogLine *ledger_history_read_line (LedgerLog *log, gint64 key, GError **error);
/* The operations of an edit by its key. */
GPtrArray *ledger_history_read_operations (LedgerLog *log, gint64 edit, GError **error);

G_END_DECLS
