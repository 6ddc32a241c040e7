/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-menu.h"

#include <glib/gi18n-lib.h>

#include "ledger-signoff-steps.h"

/* The place of an entry whose words follow the ledger. */
#define SUBMIT 1

/* Only where the state allows it: of these at most one is seen, so that there are eight entries,
 * and nine where a number stands twice after a merge. */
static void
append_hidden (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

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
  append_hidden (menu, _ ("Turn into long-term rectification"), "page.continue-issue");
  append_hidden (menu, _ ("End long-term rectification"), "page.end-continued");
  append_hidden (menu, _ ("Record rebound…"), "page.reopen-issue");
  append_hidden (menu, _ ("Give another number"), "page.renumber");
  g_menu_append (menu, _ ("Copy"), "page.copy");
  g_menu_append (menu, _ ("This department only"), "page.only-department");
  g_menu_append (menu, _ ("Delete"), "page.delete");
  return menu;
}
