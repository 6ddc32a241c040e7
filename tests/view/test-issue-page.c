/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-page.h"

#include "ledger-issue-table.h"
#include "ledger-view-test.h"

static LedgerWindow *
open_page (LedgerViewTest *test)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_ISSUES);
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_ISSUE_PAGE (ledger_window_get_page (window)));
  return window;
}

static void
test_first (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerSession *session = ledger_window_get_session (window);

  /* Something is selected at once, so that there is a next step. */
  g_assert_nonnull (ledger_session_get_selected_issue (session));
  g_assert_cmpstr (ledger_page_get_primary_action (LEDGER_PAGE (ledger_window_get_page (window))),
                   ==,
                   "page.claim");
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues");
  ledger_session_set_large_type (session, TRUE);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-large");
  ledger_session_set_large_type (session, FALSE);
  ledger_view_test_close (GTK_WINDOW (window));
}

#define ADD(path, function)                                                                        \
  g_test_add (                                                                                     \
      path, LedgerViewTest, NULL, ledger_view_test_set_up, function, ledger_view_test_tear_down)

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ADD ("/issue-page/first", test_first);
  return g_test_run ();
}
