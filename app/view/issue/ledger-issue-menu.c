/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-menu.h"

#include <glib/gi18n-lib.h>

GMenu *
ledger_issue_menu_create (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Claim…"), "page.claim");
  g_menu_append (menu, _ ("Submit for review"), "page.submit");
  g_menu_append (menu, _ ("Change deadline…"), "page.set-due");
  g_menu_append (menu, _ ("Add progress…"), "page.add-note");
  g_menu_append (menu, _ ("Copy"), "page.copy");
  g_menu_append (menu, _ ("This department only"), "page.only-department");
  g_menu_append (menu, _ ("Delete"), "page.delete");
  return menu;
}
