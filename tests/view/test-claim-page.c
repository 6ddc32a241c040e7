/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-page.h"

#include "ledger-issue-page.h"
#include "ledger-notice-strip.h"
#include "ledger-picker-entry.h"
#include "ledger-statistics.h"
#include "ledger-view-test.h"

static LedgerWindow *
open_page (LedgerViewTest *test)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_ISSUES);
  ledger_view_test_settle ();
  gtk_widget_activate_action (
      GTK_WIDGET (ledger_window_get_page (window)), "page.claim-many", NULL);
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_CLAIM_PAGE (ledger_window_get_page (window)));
  return window;
}

static void
activate (LedgerWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (ledger_window_get_page (window)), action, NULL);
  ledger_view_test_settle ();
}

static guint
count_unclaimed (LedgerWindow *window)
{
  return ledger_counts_of_all (ledger_window_get_document (window))
      .figures[LEDGER_FIGURE_UNCLAIMED];
}

/* All of the list on the grid: one edit, back to the table, one undo. */
static void
test_all (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);

  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "claim");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "认领12项"));
  activate (window, "page.claim-all");
  g_assert_true (LEDGER_IS_ISSUE_PAGE (ledger_window_get_page (window)));
  g_assert_cmpuint (count_unclaimed (window), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_cmpuint (count_unclaimed (window), ==, 12);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A typed name and Ctrl+D: every department below has that handler, learnt by the same edit. */
static void
test_fill_down (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  GtkWidget *entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "承办人");

  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "张伟东");
  activate (window, "page.fill-down");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "claim-filled");
  activate (window, "page.claim-all");
  g_assert_cmpuint (ledger_table_get_n_records (issues), ==, 12);
  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));

      g_assert_cmpstr (ledger_document_get_facts (document, id)->handler, ==, "张伟东");
    }
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Where the first entry of this name stands in the page. */
static graphene_rect_t
get_bounds (LedgerWindow *window, const char *label)
{
  GtkWidget *page = GTK_WIDGET (ledger_window_get_page (window));
  GtkWidget *entry = ledger_view_test_find (page, GTK_TYPE_ENTRY, label);
  graphene_rect_t bounds;

  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_compute_bounds (entry, page, &bounds));
  return bounds;
}

/* Unfolded, one issue is claimed otherwise than its department. */
static void
test_one_by_one (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  GtkWidget *toggle = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON, "4项");
  GtkWidget *entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "承办人");
  const char *const columns[] = { "责任部门", "牵头领导", "承办人", "审核人", "责任领导" };
  graphene_rect_t before[G_N_ELEMENTS (columns)];
  guint n = 0;

  g_assert_nonnull (toggle);
  gtk_editable_set_text (GTK_EDITABLE (entry), "刘洋");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    before[i] = get_bounds (window, columns[i]);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  ledger_view_test_settle ();
  /* What is unfolded below a department moves no column. */
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const graphene_rect_t after = get_bounds (window, columns[i]);

      g_assert_true (graphene_rect_equal (&before[i], &after));
    }
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "claim-unfolded");
  activate (window, "page.claim-all");
  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));

      n += g_strcmp0 (ledger_document_get_facts (document, id)->handler, "刘洋") == 0;
    }
  g_assert_cmpuint (n, ==, 4);
  ledger_view_test_close (GTK_WINDOW (window));
}

static GtkWidget *
get_handler_entry (LedgerWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *picker = gtk_widget_get_ancestor (focus, LEDGER_TYPE_PICKER_ENTRY);

  g_assert_nonnull (picker);
  return ledger_view_test_find (picker, GTK_TYPE_ENTRY, "承办人");
}

/* A name that is new in one line is found by its initials in the next; it is marked as new in both.
 * A stray Esc does not throw it away. */
static void
test_new_name (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GtkWidget *entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "承办人");
  GtkWidget *next;

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "欧阳晓");
  ledger_view_test_settle ();
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  next = get_handler_entry (window);
  g_assert_true (next != entry);
  g_assert_nonnull (ledger_view_test_find (gtk_widget_get_parent (entry), GTK_TYPE_LABEL, "新增"));
  ledger_view_test_type (GTK_WINDOW (window), "oyx");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (next)), ==, "欧阳晓");
  g_assert_nonnull (ledger_view_test_find (gtk_widget_get_parent (next), GTK_TYPE_LABEL, "新增"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "claim-new-name");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  g_assert_true (LEDGER_IS_CLAIM_PAGE (ledger_window_get_page (window)));
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  g_assert_true (LEDGER_IS_ISSUE_PAGE (ledger_window_get_page (window)));
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
is_strip_shown (LedgerWindow *window)
{
  GtkWidget *strip = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_NOTICE_STRIP, NULL);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (strip)));
}

/* The strip that led here does not ask again, which would begin anew; several problems that are all
 * claimed are not offered to be claimed. */
static void
test_asked_once (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GActionMap *actions;

  g_assert_false (is_strip_shown (window));
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  g_assert_true (is_strip_shown (window));
  activate (window, "page.select-all");
  actions = ledger_page_get_actions (ledger_window_get_page (window));
  g_assert_true (g_action_get_enabled (g_action_map_lookup_action (actions, "claim")));
  activate (window, "page.claim-many");
  activate (window, "page.claim-all");
  actions = ledger_page_get_actions (ledger_window_get_page (window));
  g_assert_cmpuint (ledger_session_get_n_selected (ledger_window_get_session (window)), ==, 12);
  g_assert_false (g_action_get_enabled (g_action_map_lookup_action (actions, "claim")));
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/claim-page/all", test_all);
  ledger_view_test_add ("/claim-page/fill-down", test_fill_down);
  ledger_view_test_add ("/claim-page/one-by-one", test_one_by_one);
  ledger_view_test_add ("/claim-page/new-name", test_new_name);
  ledger_view_test_add ("/claim-page/asked-once", test_asked_once);
  return g_test_run ();
}
