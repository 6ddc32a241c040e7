/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-history-diary.h"

G_BEGIN_DECLS

/* Over the diary: 查找, 人▾ 类别▾ 日期▾, 清除筛选, and at the end ↶ 撤销“…”. */
#define LEDGER_TYPE_HISTORY_FILTER_BAR (ledger_history_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerHistoryFilterBar, ledger_history_filter_bar, LEDGER, HISTORY_FILTER_BAR, GtkWidget)

GtkWidget *ledger_history_filter_bar_new (LedgerDocument *document, LedgerHistoryDiary *diary);
/* The keyboard goes to the search entry. */
void ledger_history_filter_bar_find (LedgerHistoryFilterBar *self);
/* Empties it and every other condition. */
void ledger_history_filter_bar_clear (LedgerHistoryFilterBar *self);

G_END_DECLS
