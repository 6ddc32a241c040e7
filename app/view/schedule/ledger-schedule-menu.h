/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-gantt.h"
#include "ledger-page.h"

G_BEGIN_DECLS

/* What the schedule offers on a row of a problem or measure: a secondary click, Menu or Shift+F10
 * opens 打开问题, 修改时限…. Adds the page's actions `open-row` and `edit-due`. */
void ledger_schedule_menu_attach (LedgerGantt *gantt, LedgerPage *page);

G_END_DECLS
