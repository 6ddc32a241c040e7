/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-history-diary.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* Over the diary: 查找, 人, 类别, 日期, 问题, 清除筛选, and 撤销 of what was done last, named. */
#define LEDGER_TYPE_HISTORY_FILTER_BAR (ledger_history_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerHistoryFilterBar, ledger_history_filter_bar, LEDGER, HISTORY_FILTER_BAR, GtkWidget)

GtkWidget *ledger_history_filter_bar_new (LedgerSession *session, LedgerHistoryDiary *diary);
/* Ctrl+F: the keyboard goes to 查找. */
void ledger_history_filter_bar_find (LedgerHistoryFilterBar *self);
/* All conditions and the search. */
void ledger_history_filter_bar_clear (LedgerHistoryFilterBar *self);

G_END_DECLS
