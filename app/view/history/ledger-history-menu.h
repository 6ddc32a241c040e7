/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-history-row.h"

G_BEGIN_DECLS

/* The context menu of a line of the diary (UI §3: 恢复原值, 只看此问题, 复制): by the second button
 * of the mouse on it, by the Menu key or Shift+F10 where the keyboard is. Its actions are the
 * page's.
 *
 * Property (notify): "row", the line it is about; set before it opens. */
#define LEDGER_TYPE_HISTORY_MENU (ledger_history_menu_get_type ())
G_DECLARE_FINAL_TYPE (LedgerHistoryMenu, ledger_history_menu, LEDGER, HISTORY_MENU, GObject)

/* LIST (borrowed) shows LedgerHistoryLine widgets. */
LedgerHistoryMenu *ledger_history_menu_new (GtkWidget *list);
LedgerHistoryRow *ledger_history_menu_get_row (LedgerHistoryMenu *self);

G_END_DECLS
