/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-menu-entry.h"

void
ledger_menu_entry_append_possible (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}
