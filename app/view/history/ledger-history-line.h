/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-history-row.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* A row of the diary's list: a day's head, or time, person, title, what it did, 恢复原值 or 看明细.
 */
#define LEDGER_TYPE_HISTORY_LINE (ledger_history_line_get_type ())
G_DECLARE_FINAL_TYPE (LedgerHistoryLine, ledger_history_line, LEDGER, HISTORY_LINE, GtkWidget)

GtkWidget *ledger_history_line_new (LedgerSession *session);
/* ROW NULL: none. */
void ledger_history_line_set_row (LedgerHistoryLine *self, LedgerHistoryRow *row);
/* NULL where it shows none. */
LedgerHistoryRow *ledger_history_line_get_row (LedgerHistoryLine *self);

G_END_DECLS
