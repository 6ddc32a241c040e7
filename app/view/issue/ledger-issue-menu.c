/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-menu.h"

#include <glib/gi18n-lib.h>

/* Only where the state allows it: of these at most one is seen, so that there are eight entries. */
static void
append_hidden (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

GMenu *
ledger_issue_menu_create (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Claim…"), "page.claim");
  g_menu_append (menu, _ ("Submit for review"), "page.submit");
  g_menu_append (menu, _ ("Change deadline…"), "page.set-due");
  g_menu_append (menu, _ ("Add progress…"), "page.add-note");
  append_hidden (menu, _ ("Turn into long-term rectification"), "page.continue-issue");
  append_hidden (menu, _ ("End long-term rectification"), "page.end-continued");
  append_hidden (menu, _ ("Record rebound…"), "page.reopen-issue");
  g_menu_append (menu, _ ("Copy"), "page.copy");
  g_menu_append (menu, _ ("This department only"), "page.only-department");
  g_menu_append (menu, _ ("Delete"), "page.delete");
  return menu;
}
