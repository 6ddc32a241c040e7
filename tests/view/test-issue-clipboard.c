/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-page.h"
#include "ledger-view-test.h"

static gboolean
shows_import (gpointer window)
{
  return LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window));
}

static gboolean
says_same (gpointer window)
{
  return ledger_view_test_find (window, GTK_TYPE_LABEL, "清单内容台账里都有，没有要导入的。")
         != NULL;
}

/* The program's own rows, copied and pasted again: nothing is to be changed by them. */
static void
test_round (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_issues (test, path);
  LedgerPage *page = ledger_window_get_page (window);

  ledger_view_test_key (GTK_WINDOW (window), "ctrl+a");
  g_assert_cmpuint (ledger_session_get_n_selected (ledger_window_get_session (window)), ==, 12);
  g_assert_true (ledger_page_copy (page));
  ledger_view_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  ledger_view_test_wait (shows_import, window);
  ledger_view_test_wait (says_same, window);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-pasted-again");
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/issue-clipboard/round", test_round);
  return g_test_run ();
}
