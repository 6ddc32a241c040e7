/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ledger-import-page.h"
#include "ledger-page-registry.h"
#include "ledger-sidebar.h"
#include "ledger-start-page.h"
#include "ledger-view-test.h"
#include "ledger-window-drop.h"

static void
test_start (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);

  g_assert_true (LEDGER_IS_START_PAGE (ledger_window_get_page (window)));
  ledger_view_test_check_names (GTK_WIDGET (window));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "导入问题清单"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "start");
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_open (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "ledger");
  /* Pages by number, in the order of the sidebar. */
  for (guint i = 0; i < ledger_page_registry_get_n (); i++)
    if (ledger_page_entry_is_ready (ledger_page_registry_get (i)))
      {
        const LedgerPageEntry *entry = ledger_page_registry_get (i);
        g_autofree char *picture = g_strconcat ("page-", entry->id, NULL);

        ledger_session_open_page (ledger_window_get_session (window), entry->id);
        ledger_view_test_settle ();
        g_assert_true (G_OBJECT_TYPE (ledger_window_get_page (window)) == entry->get_type ());
        ledger_view_test_check_names (GTK_WIDGET (window));
        ledger_view_test_keep_picture (GTK_WINDOW (window), picture);
      }
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_back (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerFilter *filter = ledger_session_get_filter (session);
  LedgerTable *issues = ledger_document_get_table (ledger_window_get_document (window), "issue");
  const char *ids[] = { ledger_record_get_id (ledger_table_get_record (issues, 3)), NULL };

  ledger_session_open_page (session, LEDGER_PAGE_ID_ISSUES);
  ledger_filter_set_search (filter, "学习");
  ledger_session_select (session, ids);
  ledger_session_open_page (session, LEDGER_PAGE_ID_SCHEDULE);
  ledger_filter_clear (filter);
  ledger_session_select (session, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_filter_get_search (filter), ==, "学习");
  g_assert_cmpstr (ledger_session_get_selected_issue (session), ==, ids[0]);
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_keys (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerSession *session = ledger_window_get_session (window);

  ledger_view_test_key (GTK_WINDOW (window), "F12");
  g_assert_true (ledger_session_get_large_type (session));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "large-type");
  ledger_view_test_key (GTK_WINDOW (window), "F12");
  g_assert_false (ledger_session_get_large_type (session));
  ledger_view_test_key (GTK_WINDOW (window), "F6");
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+question");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Another window holds the ledger: this one reads, and says who. */
static void
test_read_only (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *first = ledger_view_test_open_window (test, path);
  LedgerWindow *second = ledger_view_test_open_window (test, path);
  LedgerNoticeKind kind;
  const LedgerNotice *notice;

  g_assert_false (ledger_document_is_read_only (ledger_window_get_document (first)));
  g_assert_true (ledger_document_is_read_only (ledger_window_get_document (second)));
  notice = ledger_session_get_notice (ledger_window_get_session (second), &kind);
  g_assert_nonnull (notice);
  g_assert_cmpint (kind, ==, LEDGER_NOTICE_READ_ONLY);
  ledger_view_test_keep_picture (GTK_WINDOW (second), "read-only");
  ledger_view_test_close (GTK_WINDOW (second));
  ledger_view_test_close (GTK_WINDOW (first));
}

static void
test_not_a_ledger (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "broken.zgl", NULL);
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "this is not a ledger at all", -1, &error);
  g_assert_no_error (error);
  ledger_window_open_file (window, file, NULL, NULL);
  ledger_view_test_settle ();
  g_assert_null (ledger_window_get_document (window));
  g_assert_nonnull (ledger_session_get_notice (ledger_window_get_session (window), NULL));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "not-a-ledger");
  ledger_view_test_close (GTK_WINDOW (window));
}

static GtkWindow *
find_question (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_question (gpointer data)
{
  return find_question () != NULL;
}

/* Half of the file is gone: what is wrong is said, and the way to a backup is offered. */
static void
test_damaged (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window;
  GtkWindow *question;
  g_autofree char *bytes = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + 8192, 0x5a, size - 8192);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
  window = ledger_view_test_open_window (test, NULL);
  ledger_window_open_file (window, file, NULL, NULL);
  ledger_view_test_wait (has_question, NULL);
  question = find_question ();
  ledger_view_test_settle ();
  ledger_view_test_check_names (GTK_WIDGET (question));
  ledger_view_test_keep_picture (question, "damaged");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (question), GTK_TYPE_LABEL, "从备份恢复…"));
  ledger_view_test_key (question, "Escape");
  g_assert_null (ledger_window_get_document (window));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* What a newer program wrote is shown, and the strip says why nothing can be changed. */
static void
test_newer (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window;
  const LedgerNotice *notice;
  LedgerNoticeKind kind;
  g_autofree char *bytes = NULL;
  gsize size;

  /* The version of the file's own making: four bytes from the 60th (SQLite's user_version). */
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  bytes[63] = 99;
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
  window = ledger_view_test_open_window (test, path);
  g_assert_true (ledger_document_is_read_only (ledger_window_get_document (window)));
  notice = ledger_session_get_notice (ledger_window_get_session (window), &kind);
  g_assert_nonnull (notice);
  g_assert_cmpint (kind, ==, LEDGER_NOTICE_PLACE);
  g_assert_null (notice->button);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "newer");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* The notice of a year is missing, is imported, and every light counts by it at once. */
static void
test_holidays (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *notice_path = g_build_filename (test->folder, "放假安排.json", NULL);
  g_autofree char *today = g_strdup (g_getenv ("ZHENGGAI_TODAY"));
  g_autofree char *kept =
      g_build_filename (g_get_user_data_dir (), "zhenggai", "holidays", "2027.json", NULL);
  g_autoptr (GError) error = NULL;
  LedgerNoticeKind kind;
  LedgerWindow *window;
  LedgerSession *session;

  g_setenv ("ZHENGGAI_TODAY", "2027-03-10", TRUE);
  window = ledger_view_test_open_window (test, path);
  session = ledger_window_get_session (window);
  ledger_session_dismiss_notice (session, LEDGER_NOTICE_UNCLAIMED);
  ledger_session_dismiss_notice (session, LEDGER_NOTICE_UNDATED);
  g_assert_nonnull (ledger_session_get_notice (session, &kind));
  g_assert_cmpint (kind, ==, LEDGER_NOTICE_HOLIDAYS);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "holidays-missing");
  g_file_set_contents (notice_path,
                       "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\","
                       "\"isOffDay\":true}]}",
                       -1,
                       NULL);
  g_assert_cmpint (ledger_calendar_keep_notice (notice_path, &error), ==, 2027);
  g_assert_no_error (error);
  ledger_document_reload_calendar (ledger_window_get_document (window));
  ledger_view_test_settle ();
  g_assert_null (ledger_session_get_notice (session, NULL));
  ledger_view_test_close (GTK_WINDOW (window));
  g_setenv ("ZHENGGAI_TODAY", today, TRUE);
  g_unlink (kept);
}

/* One toast replaces another. */
static void
test_toast (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  LedgerSession *session = ledger_window_get_session (window);

  ledger_session_toast (session, "已认领40项", NULL, NULL, NULL);
  ledger_session_toast_undo (session, "时限改为3月20日 <b>&");
  ledger_view_test_settle ();
  g_assert_null (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "已认领40项"));
  g_assert_nonnull (
      ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "时限改为3月20日 <b>&"));
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
has_undo (gpointer window)
{
  g_autofree char *title = NULL;

  g_object_get (ledger_window_get_document (window), "undo-title", &title, NULL);
  return title != NULL && g_str_has_prefix (title, "改写");
}

static gboolean
shows_undone (gpointer window)
{
  return ledger_view_test_find (window, GTK_TYPE_LABEL, "已撤销：改写") != NULL;
}

/* An edit from the window: a toast offers 撤销, Ctrl+Z takes it back and offers 重做. */
static void
test_undo (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  LedgerRecord *issue = ledger_table_get_record (issues, 0);
  g_autofree char *before = g_strdup (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT));
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, "改写");

  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  ledger_edit_set_text (edit, "issue", ledger_record_get_id (issue), "text", "另一种说法");
  ledger_session_commit (ledger_window_get_session (window), edit, NULL, "已改写", NULL, NULL);
  ledger_view_test_wait (has_undo, window);
  g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), ==, "另一种说法");
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "已改写"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "undo-toast");

  ledger_view_test_key (GTK_WINDOW (window), "ctrl+z");
  ledger_view_test_wait (shows_undone, window);
  g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), ==, before);
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
shows_import (gpointer window)
{
  return LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window));
}

/* A table on the clipboard opens the import page, also without a ledger; Esc leaves it again. */
static void
test_paste (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          "序号\t问题\t措施\n1\t学习不够系统\t制定学习计划");
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+v");
  ledger_view_test_wait (shows_import, window);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-pasted");
  ledger_session_pop_subpage (ledger_window_get_session (window));
  g_assert_true (LEDGER_IS_START_PAGE (ledger_window_get_page (window)));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* The first notice by rank is shown; closed, the next; a new text shows again. */
static void
test_notices (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerNoticeKind kind;

  ledger_session_set_notice (session, LEDGER_NOTICE_UNDATED, "5处时限待定。", NULL, NULL, NULL);
  ledger_session_set_notice (session, LEDGER_NOTICE_UNCLAIMED, "40项待认领。", NULL, NULL, NULL);
  g_assert_nonnull (ledger_session_get_notice (session, &kind));
  g_assert_cmpint (kind, ==, LEDGER_NOTICE_UNCLAIMED);
  ledger_session_dismiss_notice (session, LEDGER_NOTICE_UNCLAIMED);
  ledger_session_set_notice (session, LEDGER_NOTICE_UNCLAIMED, "40项待认领。", NULL, NULL, NULL);
  g_assert_nonnull (ledger_session_get_notice (session, &kind));
  g_assert_cmpint (kind, ==, LEDGER_NOTICE_UNDATED);
  ledger_session_set_notice (session, LEDGER_NOTICE_UNCLAIMED, "39项待认领。", NULL, NULL, NULL);
  g_assert_nonnull (ledger_session_get_notice (session, &kind));
  g_assert_cmpint (kind, ==, LEDGER_NOTICE_UNCLAIMED);
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "39项待认领。"));
  ledger_view_test_close (GTK_WINDOW (window));
}

static GtkListBoxRow *
get_marked (LedgerWindow *window)
{
  GtkWidget *sidebar = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_SIDEBAR, NULL);

  return gtk_list_box_get_selected_row (
      GTK_LIST_BOX (ledger_sidebar_get_pages (LEDGER_SIDEBAR (sidebar))));
}

/* The import page is none of the sidebar's: nothing is marked while it is there, and a page is a
 * click away. */
static void
test_import_marks_nothing (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  GtkListBoxRow *marked = get_marked (window);

  g_assert_nonnull (marked);
  ledger_session_import_file (ledger_window_get_session (window), NULL);
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window)));
  g_assert_null (get_marked (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "window-import-marks-nothing");
  ledger_view_test_click (GTK_WIDGET (marked));
  g_assert_false (LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window)));
  g_assert_true (get_marked (window) == marked);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A list that somebody “opens” is meant to be imported: it comes to the import page, not to a
 * refusal. */
static void
test_open_a_list (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "清单.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);

  g_file_set_contents (path, "序号,问题\n1,学习不够系统\n", -1, &error);
  g_assert_no_error (error);
  ledger_window_drop_open (window, file);
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window)));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "导入1个问题"));
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/window/start", test_start);
  ledger_view_test_add ("/window/open", test_open);
  ledger_view_test_add ("/window/back", test_back);
  ledger_view_test_add ("/window/keys", test_keys);
  ledger_view_test_add ("/window/read-only", test_read_only);
  ledger_view_test_add ("/window/not-a-ledger", test_not_a_ledger);
  ledger_view_test_add ("/window/damaged", test_damaged);
  ledger_view_test_add ("/window/newer", test_newer);
  ledger_view_test_add ("/window/holidays", test_holidays);
  ledger_view_test_add ("/window/toast", test_toast);
  ledger_view_test_add ("/window/undo", test_undo);
  ledger_view_test_add ("/window/paste", test_paste);
  ledger_view_test_add ("/window/notices", test_notices);
  ledger_view_test_add ("/window/open-a-list", test_open_a_list);
  ledger_view_test_add ("/window/import-marks-nothing", test_import_marks_nothing);
  return g_test_run ();
}
