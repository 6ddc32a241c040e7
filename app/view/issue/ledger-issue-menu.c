/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-menu.h"

#include <glib/gi18n-lib.h>

#include "ledger-menu-entry.h"
#include "ledger-signoff-steps.h"

/* The place of an entry whose words follow the ledger. */
#define SUBMIT 1

/* 提交审核 or 提交签批, as the ledger asks now. */
static void
name_submit (GMenu *menu, LedgerDocument *document)
{
  const char *name = ledger_signoff_steps_get_submit_name (document);
  g_autofree char *present = NULL;

  g_menu_model_get_item_attribute (
      G_MENU_MODEL (menu), SUBMIT, G_MENU_ATTRIBUTE_LABEL, "s", &present);
  if (g_strcmp0 (present, name) == 0)
    return;
  g_menu_remove (menu, SUBMIT);
  g_menu_insert (menu, SUBMIT, name, "page.submit");
}

/* Of those for a state at most one is seen: there are eight entries, and nine where a number stands
 * twice after a merge. */
GMenu *
ledger_issue_menu_create (LedgerDocument *document)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Claim…"), "page.claim");
  g_menu_append (menu, ledger_signoff_steps_get_submit_name (document), "page.submit");
  g_signal_connect_object (
      document, "refreshed", G_CALLBACK (name_submit), menu, G_CONNECT_SWAPPED);
  g_menu_append (menu, _ ("Change deadline…"), "page.set-due");
  g_menu_append (menu, _ ("Add progress…"), "page.add-note");
  ledger_menu_entry_append_possible (
      menu, _ ("Turn into long-term rectification"), "page.continue-issue");
  ledger_menu_entry_append_possible (menu, _ ("End long-term rectification"), "page.end-continued");
  ledger_menu_entry_append_possible (menu, _ ("Record rebound…"), "page.reopen-issue");
  ledger_menu_entry_append_possible (menu, _ ("Give another number"), "page.renumber");
  g_menu_append (menu, _ ("Copy"), "page.copy");
  g_menu_append (menu, _ ("This department only"), "page.only-department");
  g_menu_append (menu, _ ("Delete"), "page.delete");
  return menu;
}
