/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-rule.h"
#include "ledger-gesture.h"
#include "ledger-history-filter-bar.h"
#include "ledger-history-line.h"
#include "ledger-history-navigator.h"
#include "ledger-test-sample.h"
#include "ledger-view-test.h"

static LedgerWindow *
open_page (LedgerViewTest *test)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_HISTORY);
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_HISTORY_PAGE (ledger_window_get_page (window)));
  return window;
}

static GtkWidget *
get_page (LedgerWindow *window)
{
  return GTK_WIDGET (ledger_window_get_page (window));
}

static GListModel *
get_rows (LedgerWindow *window)
{
  GtkWidget *list = ledger_view_test_find (get_page (window), GTK_TYPE_LIST_VIEW, NULL);

  g_assert_nonnull (list);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* The newest edit; the row before it is its day. */
static LedgerHistoryRow *
dup_newest (LedgerWindow *window)
{
  g_autoptr (LedgerHistoryRow) day = g_list_model_get_item (get_rows (window), 0);

  g_assert_null (ledger_history_row_get_line (day));
  return g_list_model_get_item (get_rows (window), 1);
}

static char *
dup_first_issue (LedgerWindow *window)
{
  LedgerTable *issues = ledger_document_get_table (ledger_window_get_document (window),
                                                   ledger_issue_record_type.name);

  return g_strdup (ledger_record_get_id (ledger_table_get_record (issues, 0)));
}

static void
change_due (LedgerWindow *window, const char *issue, const char *words)
{
  g_autoptr (GError) error = NULL;

  ledger_session_commit (
      ledger_window_get_session (window),
      ledger_gesture_set (
          ledger_window_get_document (window), "issue", issue, "due", words, &error),
      &error,
      NULL,
      NULL,
      NULL);
  g_assert_no_error (error);
  ledger_view_test_settle ();
}

static LedgerDay
get_due (LedgerWindow *window, const char *issue)
{
  return ledger_record_get_day (
      ledger_document_lookup (ledger_window_get_document (window), "issue", issue),
      LEDGER_ISSUE_DUE);
}

static void
test_first (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  g_autoptr (LedgerHistoryRow) newest = dup_newest (window);

  g_assert_cmpstr (ledger_history_row_get_line (newest)->kind, ==, "import");
  g_assert_true (ledger_history_row_has_details (newest));
  g_assert_null (ledger_history_row_get_issue (newest));
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "history");
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_edit_and_restore (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  g_autofree char *issue = dup_first_issue (window);
  const LedgerDay before = get_due (window, issue);
  const guint n = g_list_model_get_n_items (get_rows (window));

  change_due (window, issue, "2026-05-08");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, n + 1);
  g_autoptr (LedgerHistoryRow) changed = dup_newest (window);
  g_assert_cmpstr (ledger_history_row_get_issue (changed), ==, issue);
  g_assert_nonnull (strstr (ledger_history_row_get_summary (changed), "5月8日"));
  g_assert_nonnull (ledger_history_row_get_restorable (changed));

  GtkWidget *list = ledger_view_test_find (get_page (window), GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *line = gtk_widget_get_next_sibling (gtk_widget_get_first_child (list));
  GtkWidget *restore = ledger_view_test_find (line, GTK_TYPE_BUTTON, _ ("Restore"));
  g_assert_nonnull (restore);
  g_assert_true (gtk_widget_get_mapped (restore));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "history-edit");
  g_signal_emit_by_name (restore, "clicked");
  ledger_view_test_settle ();
  g_assert_cmpint (get_due (window, issue), ==, before);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, n + 2);
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_filter (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  g_autofree char *issue = dup_first_issue (window);
  GtkWidget *search = ledger_view_test_find (get_page (window), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *stack = ledger_view_test_find (get_page (window), GTK_TYPE_STACK, NULL);
  const guint n = g_list_model_get_n_items (get_rows (window));

  change_due (window, issue, "2026-05-08");
  gtk_editable_set_text (GTK_EDITABLE (search), "5月8日");
  g_usleep (200 * 1000);
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (search), "没有这样的话");
  g_usleep (200 * 1000);
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "history-empty");
  gtk_widget_activate_action (get_page (window), "page.clear-filter", NULL);
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, n + 1);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* 只看此问题: what was done to it alone and among others, nothing else. */
static void
test_only_issue (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerTable *issues = ledger_document_get_table (ledger_window_get_document (window),
                                                   ledger_issue_record_type.name);
  g_autofree char *issue = dup_first_issue (window);
  g_autofree char *other = g_strdup (ledger_record_get_id (ledger_table_get_record (issues, 1)));
  GtkWidget *list = ledger_view_test_find (get_page (window), GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *line;
  guint n;

  change_due (window, issue, "2026-05-08");
  change_due (window, other, "2026-05-09");
  n = g_list_model_get_n_items (get_rows (window));
  /* The menu by its key, where the keyboard is: on the second change, the line below the newest. */
  line = gtk_widget_get_first_child (list);
  line = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (line));
  gtk_widget_grab_focus (line);
  ledger_view_test_key (GTK_WINDOW (window), "Menu");
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "history-menu");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  ledger_view_test_settle ();
  gtk_widget_activate_action (get_page (window), "page.only-issue", NULL);
  ledger_view_test_settle ();
  /* The day, the change, and the import that brought it. */
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), <, n);
  g_autoptr (LedgerHistoryRow) first = dup_newest (window);
  g_assert_cmpstr (ledger_history_row_get_issue (first), ==, issue);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "history-issue");
  gtk_widget_activate_action (get_page (window), "page.clear-filter", NULL);
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, n);
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **)data != NULL;
}

/* Ctrl+C: the selected line; without one all that is shown. */
static void
test_copy (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autofree char *issue = dup_first_issue (window);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  change_due (window, issue, "2026-05-08");
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (window)), 1, TRUE);
  g_assert_true (ledger_page_copy (ledger_window_get_page (window)));
  gdk_clipboard_read_text_async (clipboard, NULL, on_text, &text);
  ledger_view_test_wait (has_text, &text);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[1], "5月8日"));
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (get_rows (window)));
  g_assert_true (ledger_page_copy (ledger_window_get_page (window)));
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_open_issue (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  g_autofree char *issue = dup_first_issue (window);
  GtkWidget *list;

  change_due (window, issue, "2026-05-08");
  list = ledger_view_test_find (get_page (window), GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (list, "activate", 1u);
  ledger_view_test_settle ();
  g_assert_cmpstr (
      ledger_session_get_selected_issue (ledger_window_get_session (window)), ==, issue);
  g_assert_false (LEDGER_IS_HISTORY_PAGE (ledger_window_get_page (window)));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* More edits than a page: the next ones come when the list is scrolled, and a search looks past the
 * first page. */
static void
test_pages (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);
  LedgerHistoryDiary *diary;

  for (guint i = 0; i < 230; i++)
    {
      g_autofree char *name = g_strdup_printf ("甲%u号", i);
      g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "添加人员");

      g_free (ledger_gesture_learn_person (document, edit, name));
      ledger_document_commit (document, edit, NULL, &error);
      g_assert_no_error (error);
    }
  diary = ledger_history_diary_new (document);
  ledger_history_diary_refresh (diary);
  g_assert_false (ledger_history_diary_is_complete (diary));
  const guint first = g_list_model_get_n_items (ledger_history_diary_get_rows (diary));
  g_assert_cmpuint (first, >=, 200);
  g_assert_cmpuint (first, <, 230);
  g_assert_true (ledger_history_diary_load_more (diary));
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (ledger_history_diary_get_rows (diary)), >, 230);
  g_assert_true (ledger_history_diary_is_complete (diary));
  g_object_unref (diary);

  diary = ledger_history_diary_new (document);
  ledger_history_diary_refresh (diary);
  ledger_history_diary_set_search (diary, "甲3号");
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (ledger_history_diary_get_rows (diary)), ==, 2);
  g_object_unref (diary);
  ledger_document_close (document);
}

/* --- what cannot be undone --- */

static gboolean
can_undo (LedgerWindow *window)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo");
}

/* The button of the page, and that of the window: grey, with the reason at the pointer. */
static void
check_grey (LedgerWindow *window, const char *label, const char *instead)
{
  const char *reason = ledger_document_get_undo_reason (ledger_window_get_document (window));
  GtkWidget *words = ledger_view_test_find (get_page (window), GTK_TYPE_LABEL, label);
  GtkWidget *button;

  g_assert_nonnull (words);
  g_assert_nonnull (strstr (reason, instead));
  button = gtk_widget_get_ancestor (words, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, reason);
  button = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, reason);
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_false (can_undo (window));
}

static double
get_top (LedgerWindow *window)
{
  GtkWidget *list = ledger_view_test_find (get_page (window), GTK_TYPE_LIST_VIEW, NULL);

  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)));
}

/* A sign-off is not offered to be undone: both buttons are grey and say what to do instead; Ctrl+Z
 * answers. What is written after it can be undone again. */
static void
test_lasting (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  const char *issue = NULL, *person = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *reason = NULL, *label = NULL;
  GtkWidget *button;

  for (guint i = 0; person == NULL; i++)
    {
      issue = ledger_record_get_id (ledger_table_get_record (issues, i));
      if (ledger_document_get_facts (document, issue)->workflow.state
          == LEDGER_STATE_AWAITING_REVIEW)
        person = ledger_approval_get_signer (document, issue, LEDGER_STEP_REVIEWER);
    }
  name = g_strdup (ledger_document_get_name (document, "person", person));
  ledger_session_set_person (session, person, name);
  ledger_session_open_page (session, LEDGER_PAGE_ID_HISTORY);
  ledger_session_commit (
      session,
      ledger_approval_agree (document, issue, LEDGER_STEP_REVIEWER, "同意。", &error),
      &error,
      NULL,
      NULL,
      NULL);
  g_assert_no_error (error);
  ledger_view_test_settle ();
  label = g_strdup_printf (_ ("“%s” cannot be undone"), ledger_document_get_undo_title (document));
  check_grey (window, label, name);
  /* Whoever was at the top sees the new line. */
  g_assert_cmpfloat (get_top (window), <, 1);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "history-lasting");
  reason = g_strdup (ledger_document_get_undo_reason (document));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+z");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, reason));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "history-lasting-told");
  button = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "撤回");
  g_assert_nonnull (button);
  ledger_view_test_click (button);
  ledger_view_test_settle ();
  g_assert_cmpint (ledger_document_get_facts (document, issue)->workflow.state,
                   ==,
                   LEDGER_STATE_AWAITING_REVIEW);
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+z");
  g_assert_null (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "撤回"));
  change_due (window, issue, "2026-05-08");
  g_assert_null (ledger_document_get_undo_reason (document));
  g_assert_true (can_undo (window));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* The kinds by their menu: the import is there, no undoing is. */
static void
test_menu (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GtkWidget *words = ledger_view_test_find (get_page (window), GTK_TYPE_LABEL, "类别");
  const guint all = g_list_model_get_n_items (get_rows (window));

  g_assert_nonnull (words);
  ledger_view_test_click (words);
  ledger_view_test_settle ();
  for (guint i = 0; i < 3; i++)
    ledger_view_test_key (GTK_WINDOW (window), "Down");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (words)), ==, "撤销");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, 0);
  ledger_view_test_click (words);
  ledger_view_test_settle ();
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, all);
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/history-page/first", test_first);
  ledger_view_test_add ("/history-page/edit-and-restore", test_edit_and_restore);
  ledger_view_test_add ("/history-page/filter", test_filter);
  ledger_view_test_add ("/history-page/menu", test_menu);
  ledger_view_test_add ("/history-page/only-issue", test_only_issue);
  ledger_view_test_add ("/history-page/copy", test_copy);
  ledger_view_test_add ("/history-page/open-issue", test_open_issue);
  ledger_view_test_add ("/history-page/pages", test_pages);
  ledger_view_test_add ("/history-page/lasting", test_lasting);
  return g_test_run ();
}
