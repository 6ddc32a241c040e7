/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ledger-fact-cell.h"
#include "ledger-gesture.h"
#include "ledger-import-doubt-row.h"
#include "ledger-import-offer.h"
#include "ledger-import-page.h"
#include "ledger-import-preview.h"
#include "ledger-import-writing.h"
#include "ledger-inspection.h"
#include "ledger-issue.h"
#include "ledger-view-test.h"

static GFile *
get_sheet (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sheets", name, NULL);

  return g_file_new_for_path (path);
}

static gboolean
is_settled (gpointer page)
{
  return !gtk_widget_get_mapped (ledger_view_test_find (page, GTK_TYPE_PROGRESS_BAR, NULL));
}

static LedgerPage *
import_file (LedgerWindow *window, GFile *file)
{
  ledger_session_import_file (ledger_window_get_session (window), file);
  ledger_view_test_wait (is_settled, ledger_window_get_page (window));
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window)));
  return ledger_window_get_page (window);
}

static gboolean
is_import_enabled (gpointer page)
{
  GActionMap *actions = ledger_page_get_actions (page);

  return g_action_get_enabled (g_action_map_lookup_action (actions, "import"));
}

static gboolean
has_document (gpointer window)
{
  return ledger_window_get_document (window) != NULL;
}

static guint
count (LedgerDocument *document, const char *type)
{
  return ledger_table_get_n_records (ledger_document_get_table (document, type));
}

/* One of the ledger's people, whom signatures are asked of. */
static void
assert_at_keyboard (LedgerWindow *window, const char *name)
{
  LedgerSession *session = ledger_window_get_session (window);
  const char *id = ledger_session_get_person_id (session);

  g_assert_nonnull (id);
  g_assert_nonnull (ledger_document_lookup (ledger_window_get_document (window), "person", id));
  g_assert_cmpstr (ledger_session_get_person_name (session), ==, name);
}

/* Of the cells below WIDGET that tell a day: the width they have, the most that one wants. */
static void
measure_days (GtkWidget *widget, int *width, int *wanted)
{
  const char *fact =
      LEDGER_IS_FACT_CELL (widget) ? ledger_fact_cell_get_fact (LEDGER_FACT_CELL (widget)) : NULL;
  int natural;

  if (fact != NULL && g_str_has_prefix (fact, "2026年"))
    {
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      *wanted = MAX (*wanted, natural);
      *width = MAX (*width, gtk_widget_get_width (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    measure_days (child, width, wanted);
}

/* 2026年10月31日（2026年10月底）, the longest of the list, is not cut. */
static void
check_days_whole (LedgerPage *page)
{
  int width = 0, wanted = 0;

  measure_days (GTK_WIDGET (page), &width, &wanted);
  g_assert_cmpint (wanted, >, 150);
  g_assert_cmpint (wanted, <=, width);
}

/* Without a ledger: one page, one button, and the ledger stands in 文档/整改台账. */
static void
test_first (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  g_autoptr (GFile) file = get_sheet ("02-整改任务分解表.xlsx");
  LedgerPage *page = import_file (window, file);
  LedgerDocument *document;
  LedgerRecord *inspection;
  g_autofree char *undo = NULL;

  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-sheet");
  g_assert_true (is_import_enabled (page));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入12个问题"));
  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "导入后"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-outcome");
  check_days_whole (page);
  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "全部采用"));
  gtk_editable_set_text (
      GTK_EDITABLE (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_ENTRY, "单位")), "某市某局");
  gtk_editable_set_text (
      GTK_EDITABLE (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_ENTRY, "录入人")), "李敏");
  gtk_widget_grab_focus (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_ENTRY, "报送"));
  ledger_view_test_type (GTK_WINDOW (window), "4.20");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-accepted");
  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入12个问题"));
  ledger_view_test_wait (has_document, window);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-done");
  document = ledger_window_get_document (window);
  inspection = ledger_document_get_inspection (document);
  g_assert_cmpuint (count (document, "issue"), ==, 12);
  g_assert_cmpstr (ledger_record_get_text (inspection, LEDGER_INSPECTION_UNIT), ==, "某市某局");
  g_assert_cmpint (ledger_record_get_day (inspection, LEDGER_INSPECTION_REPORT_DUE),
                   ==,
                   ledger_day_new (2026, 4, 20));
  undo = g_strdup (ledger_document_get_undo_title (document));
  g_assert_cmpstr (undo, ==, "导入清单");
  g_assert_nonnull (strstr (ledger_document_get_path (document), "整改台账"));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+z");
  ledger_view_test_settle ();
  g_assert_cmpuint (count (document, "issue"), ==, 0);
  assert_at_keyboard (window, "李敏");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Whoever goes back while the ledger is made gets it all the same; the page is gone by then. */
static void
test_left_while_writing (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  g_autoptr (GFile) file = get_sheet ("02-整改任务分解表.xlsx");
  LedgerPage *page = import_file (window, file);

  g_action_group_activate_action (G_ACTION_GROUP (ledger_page_get_actions (page)), "import", NULL);
  ledger_session_pop_subpage (ledger_window_get_session (window));
  g_assert_false (LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window)));
  g_assert_false (has_document (window));
  ledger_view_test_wait (has_document, window);
  ledger_view_test_settle ();
  g_assert_cmpuint (count (ledger_window_get_document (window), "issue"), ==, 12);
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
says_comparing (gpointer page)
{
  return ledger_view_test_find (page, GTK_TYPE_LABEL, "正在与台账比对…") != NULL;
}

/* Into a ledger that holds the list already: nothing to do; a corrected word is one change. */
static void
test_again (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  g_autoptr (GFile) file = get_sheet ("02-整改任务分解表.xlsx");
  LedgerPage *page = import_file (window, file);

  g_assert_false (is_import_enabled (page));
  ledger_view_test_wait (says_comparing, page);
  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "导入后"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-again");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  ledger_view_test_settle ();
  g_assert_false (LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window)));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A pasted table is a list; into an open ledger it is one edit that can be undone. */
static void
test_paste (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerPage *page;

  ledger_session_import_table (ledger_window_get_session (window),
                               "序号\t问题\t整改措施\t整改时限\t责任部门\n"
                               "1\t公务接待台账不全\t补齐台账\t3月底\t办公室\n"
                               "2\t档案整理不及时\t1.清理目录。2.补归档案。\t4月10日\t人事科\n",
                               NULL);
  page = ledger_window_get_page (window);
  ledger_view_test_wait (is_settled, page);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-paste");
  g_assert_true (is_import_enabled (page));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+Return");
  ledger_view_test_settle ();
  g_assert_cmpuint (count (document, "issue"), ==, 14);
  g_assert_false (LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window)));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-paste-done");
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+z");
  ledger_view_test_settle ();
  g_assert_cmpuint (count (document, "issue"), ==, 12);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A doubt is looked at, its cell shown and mended in place with mouse and keys; what the ledger has
 * by hand is kept unless it is ticked. */
static void
test_doubts (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerPage *page;
  GtkWidget *row;

  ledger_session_import_table (ledger_window_get_session (window),
                               "序号\t问题\t整改措施\t整改时限\n"
                               "1\t公务接待台账不全\t1.补齐台账。2.定期核对。\t3月底\n",
                               NULL);
  page = ledger_window_get_page (window);
  ledger_view_test_wait (is_settled, page);
  ledger_view_test_settle ();
  row = ledger_view_test_find (GTK_WIDGET (page), LEDGER_TYPE_IMPORT_DOUBT_ROW, NULL);
  ledger_view_test_click (ledger_view_test_find (row, GTK_TYPE_LABEL, "D2"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-doubt-cell");
  ledger_view_test_click (ledger_view_test_find (row, GTK_TYPE_BUTTON, "改D2"));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+a");
  ledger_view_test_type (GTK_WINDOW (window), "2026-04-02");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-doubt-entry");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  row = ledger_view_test_find (GTK_WIDGET (page), LEDGER_TYPE_IMPORT_DOUBT_ROW, NULL);
  g_assert_null (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "改D2"));
  ledger_view_test_click (ledger_view_test_find (row, GTK_TYPE_BUTTON, "不拆"));
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "没有需核对的地方"));
  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入1个问题"));
  ledger_view_test_settle ();
  g_assert_cmpuint (count (ledger_window_get_document (window), "measure"), ==, 51);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* The head of a column opens its menu by a plain click and by a key. */
static void
test_head_menu (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  LedgerPage *page;
  GtkWidget *view, *title;

  ledger_session_import_table (
      ledger_window_get_session (window), "序号\t问题\t说法\n1\t台账不全\t补齐台账\n", NULL);
  page = ledger_window_get_page (window);
  ledger_view_test_wait (is_settled, page);
  ledger_view_test_settle ();
  view = ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);
  /* The last column only fills the width. */
  title =
      gtk_widget_get_prev_sibling (gtk_widget_get_last_child (gtk_widget_get_first_child (view)));
  ledger_view_test_click (title);
  g_assert_nonnull (ledger_view_test_find (title, GTK_TYPE_POPOVER_MENU, NULL));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-head-menu");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  ledger_view_test_settle ();
  g_assert_null (ledger_view_test_find (title, GTK_TYPE_POPOVER_MENU, NULL));
  g_assert_true (gtk_widget_grab_focus (title));
  ledger_view_test_key (GTK_WINDOW (window), "alt+Down");
  g_assert_nonnull (ledger_view_test_find (title, GTK_TYPE_POPOVER_MENU, NULL));
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  ledger_view_test_settle ();
  gtk_widget_activate_action (view, "heads.column-2", "s", "measure");
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "C 措施 ▾"));
  ledger_view_test_close (GTK_WINDOW (window));
}

static LedgerPage *
import_table (LedgerWindow *window, const char *first_deadline, const char *second_deadline)
{
  g_autofree char *text = g_strdup_printf ("序号\t问题\t整改时限\n"
                                           "1\t公务接待台账不全\t%s\n"
                                           "2\t档案整理不及时\t%s\n",
                                           first_deadline,
                                           second_deadline);

  ledger_session_import_table (ledger_window_get_session (window), text, NULL);
  ledger_view_test_wait (is_settled, ledger_window_get_page (window));
  ledger_view_test_settle ();
  return ledger_window_get_page (window);
}

static void
set_deadline (LedgerWindow *window, const char *number, const char *text)
{
  LedgerDocument *document = ledger_window_get_document (window);
  g_autoptr (GError) error = NULL;
  LedgerRecord *issue = ledger_document_find (document, "issue", number, &error);
  LedgerEdit *edit;

  g_assert_no_error (error);
  edit = ledger_gesture_set (document, "issue", ledger_record_get_id (issue), "due", text, &error);
  ledger_session_commit (ledger_window_get_session (window), edit, &error, NULL, NULL, NULL);
  ledger_view_test_settle ();
}

static LedgerDay
deadline_of (LedgerWindow *window, const char *number)
{
  LedgerRecord *issue =
      ledger_document_find (ledger_window_get_document (window), "issue", number, NULL);

  return ledger_record_get_day (issue, LEDGER_ISSUE_DUE);
}

/* What both the list and a person changed is kept, told with both values and taken over by its
 * tick; what only the list changed is taken over. Another list takes the place of the first. */
static void
test_kept (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  g_autoptr (GFile) file = get_sheet ("02-整改任务分解表.xlsx");
  LedgerPage *page = import_table (window, "2026年3月5日", "2026年3月6日");

  ledger_view_test_key (GTK_WINDOW (window), "ctrl+Return");
  ledger_view_test_settle ();
  set_deadline (window, "3", "2026-03-20");
  page = import_file (window, file);
  g_assert_true (page == import_table (window, "2026年4月1日", "2026年4月2日"));
  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "保留 1"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-kept");
  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "更改 1"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-changed");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入1处更改"));
  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "保留 1"));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ledger_view_test_find (
          GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, "导入“1　公务接待台账不全”的整改时限")),
      TRUE);
  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入2处更改"));
  ledger_view_test_settle ();
  g_assert_cmpint (deadline_of (window, "3"), ==, ledger_day_new (2026, 4, 1));
  g_assert_cmpint (deadline_of (window, "4"), ==, ledger_day_new (2026, 4, 2));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* What is changed in the ledger while the page is open counts too. */
static void
test_compared_again (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerPage *page = import_table (window, "2026年3月5日", "2026年3月6日");

  ledger_view_test_key (GTK_WINDOW (window), "ctrl+Return");
  ledger_view_test_settle ();
  page = import_table (window, "2026年4月1日", "2026年4月2日");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "更改 2"));
  set_deadline (window, "3", "2026-03-20");
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "更改 1"));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "保留 1"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "更改 2"));
  ledger_view_test_close (GTK_WINDOW (window));
}

static LedgerPage *
import_text (LedgerWindow *window, const char *text)
{
  ledger_session_import_table (ledger_window_get_session (window), text, NULL);
  ledger_view_test_wait (is_settled, ledger_window_get_page (window));
  ledger_view_test_settle ();
  return ledger_window_get_page (window);
}

/* A row that may be a problem of the ledger is new and named as open until a person decides, beside
 * the list or in it, and may decide otherwise. */
static void
test_pairs (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerPage *page = import_text (window,
                                  "问题\t整改措施\n公务接待台账不全\t补齐台账\n"
                                  "档案整理不及时\t清理归档\n");
  GtkWidget *row, *offer;

  ledger_view_test_key (GTK_WINDOW (window), "ctrl+Return");
  ledger_view_test_settle ();
  page = import_text (window,
                      "问题\t整改措施\n公务接待台账不全、票据附件缺失\t补齐台账\n"
                      "档案整理滞后，不及时归档\t清理归档\n选人用人把关不严\t修订办法\n");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入3个问题"));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "需核对2处"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-pairs");
  row = ledger_view_test_find (GTK_WIDGET (page), LEDGER_TYPE_IMPORT_DOUBT_ROW, NULL);
  ledger_view_test_click (ledger_view_test_find (row, GTK_TYPE_BUTTON, "A2按更改处理"));
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "需核对1处"));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入2个问题"));
  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "导入后"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-pairs-outcome");
  offer = ledger_view_test_find (GTK_WIDGET (page), LEDGER_TYPE_IMPORT_OFFER, NULL);
  ledger_view_test_click (ledger_view_test_find (offer, GTK_TYPE_TOGGLE_BUTTON, "按新增处理"));
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入3个问题"));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "需核对1处"));
  offer = ledger_view_test_find (GTK_WIDGET (page), LEDGER_TYPE_IMPORT_OFFER, NULL);
  ledger_view_test_click (ledger_view_test_find (offer, GTK_TYPE_TOGGLE_BUTTON, "按更改处理"));
  ledger_view_test_settle ();
  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "全部采用"));
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-pairs-decided");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "没有需核对的地方"));
  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入2个问题"));
  ledger_view_test_settle ();
  g_assert_cmpuint (count (document, "issue"), ==, 16);
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+z");
  ledger_view_test_settle ();
  g_assert_cmpuint (count (document, "issue"), ==, 14);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* What a person unticked stays so when another cell is corrected. */
static void
test_ticks_stay (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerPage *page = import_table (window, "3月底", "4月底");

  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "导入后"));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ledger_view_test_find (
          GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, "导入“1　公务接待台账不全”")),
      FALSE);
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入1个问题"));
  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "改C3"));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+a");
  ledger_view_test_type (GTK_WINDOW (window), "2026-04-02");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "导入1个问题"));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A text file whose characters were guessed wrong is read as a person chooses; what is no text in
 * the chosen ones is said, and the list stays as it was. */
static void
test_encoding (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  g_autofree char *path = g_build_filename (test->folder, "清單.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize length = 0;
  g_autofree char *big5 = g_convert (
      "問題,措施\n公務接待台賬不全,補齊台賬\n", -1, "BIG5", "UTF-8", NULL, &length, NULL);
  LedgerPage *page;
  GtkWidget *encodings;

  g_assert_nonnull (big5);
  g_assert_true (g_file_set_contents (path, big5, (gssize)length, NULL));
  page = import_file (window, file);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-encoding-guessed");
  encodings = ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, "文字编码");
  g_assert_true (gtk_widget_get_mapped (encodings));
  ledger_view_test_click (encodings);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-encoding-choices");
  ledger_view_test_key (GTK_WINDOW (window), "Home");
  ledger_view_test_key (GTK_WINDOW (window), "Down");
  ledger_view_test_key (GTK_WINDOW (window), "Return"); /* UTF-8, which it is not */
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-encoding-refused");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (encodings)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (encodings), 2);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-encoding-chosen");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "以第1行作表头"));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A reading is left off at once; the page is as before it, and takes another list. */
static void
test_cancel (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  g_autofree char *path = g_build_filename (test->folder, "清单.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("问题,整改措施\n");
  LedgerPage *page;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "第%u个问题,第%u条措施\n", i, i);
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  ledger_session_import_file (ledger_window_get_session (window), file);
  page = ledger_window_get_page (window);
  g_assert_false (is_settled (page));
  g_action_group_activate_action (G_ACTION_GROUP (ledger_page_get_actions (page)), "cancel", NULL);
  ledger_view_test_wait (is_settled, page);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-cancelled");
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "选择清单…"));
  g_assert_false (is_import_enabled (page));
  page = import_text (window, "问题\t整改措施\n台账不全\t补齐台账\n");
  g_assert_true (is_import_enabled (page));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Without heads nothing can be imported, and the page says how to go on; a click on the row of the
 * heads, or a role for a column, mends it. */
static void
test_no_heads (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  LedgerPage *page;
  GtkWidget *preview;

  ledger_session_import_table (ledger_window_get_session (window),
                               "甲\t乙\n公务接待台账不全\t补齐台账\n档案整理不及时\t清理归档\n",
                               NULL);
  page = ledger_window_get_page (window);
  ledger_view_test_wait (is_settled, page);
  ledger_view_test_settle ();
  g_assert_false (is_import_enabled (page));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-no-heads");
  preview = ledger_view_test_find (GTK_WIDGET (page), LEDGER_TYPE_IMPORT_PREVIEW, NULL);
  ledger_view_test_click (ledger_view_test_find (preview, GTK_TYPE_BUTTON, "以第1行作表头"));
  ledger_view_test_settle ();
  gtk_widget_activate_action (gtk_widget_get_first_child (gtk_widget_get_first_child (preview)),
                              "heads.column-0",
                              "s",
                              "issue");
  ledger_view_test_settle ();
  g_assert_true (is_import_enabled (page));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "import-heads-set");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* What cannot be read is said on the page. */
static void
test_unreadable (LedgerViewTest *test, gconstpointer data)
{
  const struct
  {
    const char *name;
    const char *content;
    gsize length;
    const char *words;
  } cases[] = {
    { "清单.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", 11, "旧版" },
    { "清单.xlsx", "PK\x03\x04 broken", 11, "损坏" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerWindow *window = ledger_view_test_open_window (test, NULL);
      g_autofree char *path = g_build_filename (test->folder, cases[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      LedgerPage *page;
      GtkWidget *status;

      g_assert_true (g_file_set_contents (path, cases[i].content, (gssize)cases[i].length, NULL));
      page = import_file (window, file);
      g_assert_false (is_import_enabled (page));
      ledger_view_test_keep_picture (GTK_WINDOW (window), i == 0 ? "import-old" : "import-broken");
      status = gtk_widget_get_first_child (
          gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (page))));
      while (status != NULL
             && (!ADW_IS_STATUS_PAGE (status) || !gtk_widget_get_child_visible (status)))
        status = gtk_widget_get_next_sibling (status);
      g_assert_nonnull (status);
      g_assert_nonnull (
          strstr (adw_status_page_get_description (ADW_STATUS_PAGE (status)), cases[i].words));
      ledger_view_test_close (GTK_WINDOW (window));
    }
}

static void
test_names (void)
{
  const struct
  {
    const char *unit;
    int year;
    const char *name;
  } cases[] = {
    { "某市某局", 2026, "某市某局2026年" }, { "某市/某局:*?", 2026, "某市某局2026年" },
    { "..某局", 2025, "某局2025年" },       { NULL, 2026, "整改台账2026年" },
    { "", 2026, "整改台账2026年" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ledger_import_writing_dup_name (cases[i].unit, cases[i].year);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/import-page/first", test_first);
  ledger_view_test_add ("/import-page/left-while-writing", test_left_while_writing);
  ledger_view_test_add ("/import-page/again", test_again);
  ledger_view_test_add ("/import-page/paste", test_paste);
  ledger_view_test_add ("/import-page/doubts", test_doubts);
  ledger_view_test_add ("/import-page/head-menu", test_head_menu);
  ledger_view_test_add ("/import-page/kept", test_kept);
  ledger_view_test_add ("/import-page/compared-again", test_compared_again);
  ledger_view_test_add ("/import-page/pairs", test_pairs);
  ledger_view_test_add ("/import-page/ticks-stay", test_ticks_stay);
  ledger_view_test_add ("/import-page/encoding", test_encoding);
  ledger_view_test_add ("/import-page/cancel", test_cancel);
  ledger_view_test_add ("/import-page/no-heads", test_no_heads);
  ledger_view_test_add ("/import-page/unreadable", test_unreadable);
  g_test_add_func ("/import-page/names", test_names);
  return g_test_run ();
}
