/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store-room.h"

G_BEGIN_DECLS

/* What 撤销 and 重做 would do (LOG 8): found in the log alone, so that it survives a restart. */

/* The latest edit of DESK that is neither an undo nor undone and wrote something; 0 where there is
 * none. Merges are no steps. */
gint64 ledger_undo_find (LedgerLog *log, const char *desk, GError **error);
/* The latest undo of DESK that was not redone, with no ordinary edit of that desk after it; else 0.
 */
gint64 ledger_undo_find_redo (LedgerLog *log, const char *desk, GError **error);
/* The edit that turns back EDIT; NULL with LEDGER_ERROR_REFUSED and the reason where something
 * stands on it. Whoever asks is in a transaction. */
LedgerEdit *ledger_undo_make (LedgerStore *self, gint64 edit, LedgerEditKind kind, GError **error);

G_END_DECLS
