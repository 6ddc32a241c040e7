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
  {
    GtkWidget *v = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW, NULL);
    GtkAdjustment *a = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (v));
    GListModel *c = gtk_column_view_get_columns (GTK_COLUMN_VIEW (v));
    g_message ("view %d adj %g of %g page %g", gtk_widget_get_width (v), gtk_adjustment_get_value (a), gtk_adjustment_get_upper (a), gtk_adjustment_get_page_size (a));
    gtk_widget_queue_resize (v);
    ledger_view_test_settle ();
    g_message ("view %d adj %g of %g page %g", gtk_widget_get_width (v), gtk_adjustment_get_value (a), gtk_adjustment_get_upper (a), gtk_adjustment_get_page_size (a));
    g_object_set (v, "reorderable", FALSE, NULL);
    { GtkColumnViewColumn *k = g_list_model_get_item (c, 1);
    gtk_column_view_column_set_expand (k, FALSE);
    gtk_column_view_column_set_expand (k, TRUE);}
    ledger_view_test_settle ();
    g_message ("view %d adj %g of %g page %g", gtk_widget_get_width (v), gtk_adjustment_get_value (a), gtk_adjustment_get_upper (a), gtk_adjustment_get_page_size (a));
    for (guint i = 0; i < g_list_model_get_n_items (c); i++)
      {
        GtkColumnViewColumn *k = g_list_model_get_item (c, i);
        g_message ("%s fixed %d expand %d vis %d", gtk_column_view_column_get_title (k), gtk_column_view_column_get_fixed_width (k), gtk_column_view_column_get_expand (k), gtk_column_view_column_get_visible (k));
      }
  }
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
