/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-history-row.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* 看明细: every changed field of one edit with its whole text before and after, each with 恢复原值
 * where that makes sense; at most 200 fields. */
GtkWidget *ledger_history_details_new (LedgerSession *session, LedgerHistoryRow *row);
/* 恢复原值 of one field: an ordinary edit, with its toast. */
void ledger_history_details_restore (LedgerSession *session, const LedgerOperation *operation);

G_END_DECLS
