/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-history-diary.h"

G_BEGIN_DECLS

/* The sidebar's lower half for 操作记录: all, people, days; the chosen one is the diary's filter.
 */
#define LEDGER_TYPE_HISTORY_NAVIGATOR (ledger_history_navigator_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerHistoryNavigator, ledger_history_navigator, LEDGER, HISTORY_NAVIGATOR, GtkWidget)

GtkWidget *ledger_history_navigator_new (LedgerDocument *document, LedgerHistoryDiary *diary);

G_END_DECLS
