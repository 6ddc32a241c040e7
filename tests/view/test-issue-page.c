/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-page.h"

#include "ledger-claim-page.h"
#include "ledger-drag-test.h"
#include "ledger-evidence.h"
#include "ledger-gesture.h"
#include "ledger-issue-filter-bar.h"
#include "ledger-issue-table.h"
#include "ledger-line-height.h"
#include "ledger-measure-row.h"
#include "ledger-measure.h"
#include "ledger-section.h"
#include "ledger-statistics.h"
#include "ledger-test-sample.h"

static LedgerWindow *
open_page (LedgerViewTest *test)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_issues (test, path);

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

static void
type_into (LedgerWindow *window, const char *label, const char *text)
{
  GtkWidget *entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, label);

  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ledger_view_test_settle ();
}

static const LedgerIssueFacts *
get_selected_facts (LedgerWindow *window)
{
  return ledger_document_get_facts (
      ledger_window_get_document (window),
      ledger_session_get_selected_issue (ledger_window_get_session (window)));
}

static void
activate (LedgerWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (ledger_window_get_page (window)), action, NULL);
  ledger_view_test_settle ();
}

static gboolean
has_handler (gpointer window)
{
  return get_selected_facts (window)->handler != NULL;
}

/* 认领… opens the form filled from the sheet; the blue button then saves it. */
static void
test_claim_one (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerPage *page = LEDGER_PAGE (ledger_window_get_page (window));

  activate (window, "page.claim");
  g_assert_cmpstr (ledger_page_get_primary_action (page), ==, "page.save-claim");
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-claiming");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (
          ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "更多"),
          GTK_TYPE_TOGGLE_BUTTON)),
      TRUE);
  type_into (window, "配合部门", "办公室、人事科");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-claiming-more");
  type_into (window, "承办人", "张伟东");
  activate (window, "page.save-claim");
  ledger_view_test_wait (has_handler, window);
  g_assert_cmpstr (get_selected_facts (window)->handler, ==, "张伟东");
  g_assert_cmpint (get_selected_facts (window)->workflow.state, !=, LEDGER_STATE_UNCLAIMED);
  g_assert_cmpstr (ledger_page_get_primary_action (page), !=, "page.save-claim");
  g_assert_cmpuint (ledger_document_get_children (
                        ledger_window_get_document (window),
                        "support",
                        ledger_session_get_selected_issue (ledger_window_get_session (window)))
                        ->len,
                    ==,
                    2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_cmpint (get_selected_facts (window)->workflow.state, ==, LEDGER_STATE_UNCLAIMED);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Enter adds a measure, and the next can be written at once. */
static void
test_measures (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  const guint before = get_selected_facts (window)->n_measures;
  GtkWidget *entry;

  activate (window, "page.add-measure");
  entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "新措施");
  g_assert_nonnull (entry);
  for (guint i = 0; i < 2; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), "修订会议制度");
      ledger_view_test_key (GTK_WINDOW (window), "Return");
      ledger_view_test_settle ();
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
    }
  g_assert_cmpuint (get_selected_facts (window)->n_measures, ==, before + 2);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-measures");
  ledger_view_test_close (GTK_WINDOW (window));
}

static GtkWidget *
find_row (GtkWidget *widget, const char *measure)
{
  GtkWidget *found = NULL;

  if (LEDGER_IS_MEASURE_ROW (widget)
      && g_strcmp0 (ledger_measure_row_get_measure (LEDGER_MEASURE_ROW (widget)), measure) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, measure);
  return found;
}

/* The first measure is dragged behind the second; its keyboard way is 下移, which keeps the row. */
static void
test_measure_order (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerDocument *document = ledger_window_get_document (window);
  const char *issue = ledger_session_get_selected_issue (ledger_window_get_session (window));
  const char *const texts[] = { "修订会议制度", "开展专题研讨" };
  g_autofree char *first = NULL;
  GtkWidget *row;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      ledger_session_commit (ledger_window_get_session (window),
                             ledger_gesture_add_measure (document, issue, texts[i], NULL, &error),
                             &error,
                             NULL,
                             NULL,
                             NULL);
      ledger_view_test_settle ();
    }
  first = g_strdup (
      ledger_record_get_id (ledger_document_get_children (document, "measure", issue)->pdata[0]));
  row = find_row (GTK_WIDGET (window), first);
  ledger_drag_test_lift (row);
  ledger_drag_test_hover_at (gtk_widget_get_next_sibling (row), 0.5, 0.9);
  ledger_drag_test_keep_screen ("issues-measure-drag");
  ledger_drag_test_drop ();
  ledger_view_test_settle ();
  g_assert_cmpuint (ledger_document_get_measure_place (document, first), ==, 2);

  row = find_row (GTK_WIDGET (window), first);
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "measure.down", NULL);
  ledger_view_test_settle ();
  g_assert_cmpuint (ledger_document_get_measure_place (document, first), ==, 3);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == find_row (GTK_WIDGET (window), first));
  ledger_view_test_key (GTK_WINDOW (window), "shift+F10");
  ledger_drag_test_keep_screen ("issues-measure-menu");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* All that was changed in the editor of a measure is one edit. */
static void
test_measure_editor (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerDocument *document = ledger_window_get_document (window);
  const char *issue = ledger_session_get_selected_issue (ledger_window_get_session (window));
  LedgerRecord *measure = ledger_document_get_children (document, "measure", issue)->pdata[0];
  g_autofree char *before = g_strdup (ledger_record_get_text (measure, LEDGER_MEASURE_DUE));

  ledger_measure_row_edit (
      LEDGER_MEASURE_ROW (find_row (GTK_WIDGET (window), ledger_record_get_id (measure))));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (
          ledger_view_test_find (find_row (GTK_WIDGET (window), ledger_record_get_id (measure)),
                                 GTK_TYPE_LABEL,
                                 "更多"),
          GTK_TYPE_TOGGLE_BUTTON)),
      TRUE);
  type_into (window, "措施时限", "2026-04-03");
  type_into (window, "计划开始", "2026-04-30");
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  /* Refused: the start lies after the deadline; what was typed stays. */
  g_assert_cmpstr (ledger_record_get_text (measure, LEDGER_MEASURE_DUE), ==, before);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-measure-editor");
  type_into (window, "计划开始", "2026-04-01");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_cmpint (
      ledger_record_get_day (measure, LEDGER_MEASURE_DUE), ==, ledger_day_new (2026, 4, 3));
  g_assert_cmpint (
      ledger_record_get_day (measure, LEDGER_MEASURE_START), ==, ledger_day_new (2026, 4, 1));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_record_get_text (measure, LEDGER_MEASURE_DUE), ==, before);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A filter that leaves nothing says so and offers the way back. */
static void
test_filter (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerFilter *filter = ledger_session_get_filter (ledger_window_get_session (window));

  ledger_filter_set_figure (filter, LEDGER_FIGURE_OVERDUE);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-filtered");
  g_assert_cmpuint (ledger_session_get_n_selected (ledger_window_get_session (window)), ==, 0);
  activate (window, "page.clear-filter");
  g_assert_true (ledger_filter_is_empty (filter));
  g_assert_cmpuint (ledger_session_get_n_selected (ledger_window_get_session (window)), ==, 1);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* What a menu offers is chosen, shown in the bar, and taken back by 不限, all from the keyboard. */
static void
test_filter_menu (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerFilter *filter = ledger_session_get_filter (ledger_window_get_session (window));
  GtkWidget *bar = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_ISSUE_FILTER_BAR, NULL);
  GtkWidget *words = ledger_view_test_find (bar, GTK_TYPE_LABEL, "状态");

  ledger_view_test_click (words);
  ledger_view_test_settle ();
  ledger_view_test_key (GTK_WINDOW (window), "Down");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_cmpuint (ledger_filter_get_states (filter), ==, 1u << LEDGER_STATE_UNCLAIMED);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (words)), ==, "未认领");
  ledger_view_test_click (words);
  ledger_view_test_settle ();
  ledger_drag_test_keep_screen ("issues-filter-menu");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_true (ledger_filter_is_empty (filter));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (words)), ==, "状态");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* F2 on several rows: one edit for all of them. */
static void
test_cells (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerSession *session = ledger_window_get_session (window);
  GtkWidget *entry;

  activate (window, "page.select-all");
  g_assert_cmpuint (ledger_session_get_n_selected (session), ==, 12);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-many");
  activate (window, "page.set-due");
  entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "时限");
  g_assert_nonnull (entry);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-cell");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-03-05");
  g_signal_emit_by_name (entry, "activate");
  ledger_view_test_settle ();
  g_assert_cmpuint (
      ledger_counts_of_all (ledger_window_get_document (window)).figures[LEDGER_FIGURE_OVERDUE],
      ==,
      12);
  g_assert_cmpuint (ledger_session_get_n_selected (session), ==, 12);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-late");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_cmpuint (
      ledger_counts_of_all (ledger_window_get_document (window)).figures[LEDGER_FIGURE_OVERDUE],
      ==,
      0);
  ledger_view_test_close (GTK_WINDOW (window));
}

static const char *
get_due (LedgerWindow *window)
{
  return ledger_record_get_text (LEDGER_RECORD (get_selected_facts (window)->issue),
                                 LEDGER_ISSUE_DUE);
}

/* What a sheet's date cell leaves is edited as people write it; nobody's touch leaves it as it is.
 */
static void
test_date_cell (LedgerViewTest *test, gconstpointer data)
{
  static const char *const typed[] = { "2026年12月20日", "2026-12-20" };
  LedgerWindow *window = open_page (test);
  GtkWidget *entry;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *canonical = g_strdup_printf ("day 2026-12-20 %s", typed[i]);

      activate (window, "page.set-due");
      entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "时限");
      gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
      g_signal_emit_by_name (entry, "activate");
      ledger_view_test_settle ();
      g_assert_cmpstr (get_due (window), ==, canonical);
      activate (window, "page.set-due");
      entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "时限");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2026年12月20日");
      ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-date-cell");
      g_signal_emit_by_name (entry, "activate");
      ledger_view_test_settle ();
      g_assert_cmpstr (get_due (window), ==, canonical);
    }
  /* What pops up is written as large as the window. */
  ledger_session_set_large_type (ledger_window_get_session (window), TRUE);
  ledger_view_test_settle ();
  activate (window, "page.set-due");
  entry = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, "时限");
  g_assert_cmpint (
      ledger_line_height_get (entry, 1), ==, ledger_line_height_get (GTK_WIDGET (window), 1));
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  ledger_session_set_large_type (ledger_window_get_session (window), FALSE);
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
expand_all (GtkWidget *widget)
{
  if (LEDGER_IS_SECTION (widget))
    ledger_section_set_expanded (LEDGER_SECTION (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

/* The menu of a row opens by the keyboard; closed, it gives the keyboard back to the row. */
static void
test_menu (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GtkWidget *table = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_ISSUE_TABLE, NULL);
  GtkWidget *focus;

  ledger_issue_table_focus_row (LEDGER_ISSUE_TABLE (table));
  ledger_view_test_key (GTK_WINDOW (window), "shift+F10");
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU));
  ledger_drag_test_keep_screen ("issues-menu");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  ledger_view_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, table));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Ctrl+D: the first selected row's deadline goes into the others, as one edit. */
static void
test_fill_down (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  const char *ids[4] = { NULL };
  g_autofree char *before = NULL;

  for (guint i = 0; i < 3; i++)
    ids[i] = ledger_record_get_id (ledger_table_get_record (issues, i));
  ledger_session_select (ledger_window_get_session (window), ids);
  ledger_view_test_settle ();
  before = g_strdup (ledger_record_get_text (ledger_document_lookup (document, "issue", ids[1]),
                                             LEDGER_ISSUE_DUE));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+d");
  ledger_view_test_settle ();
  for (guint i = 1; i < 3; i++)
    g_assert_cmpint (ledger_document_get_facts (document, ids[i])->due,
                     ==,
                     ledger_document_get_facts (document, ids[0])->due);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_cmpstr (
      ledger_record_get_text (ledger_document_lookup (document, "issue", ids[1]), LEDGER_ISSUE_DUE),
      ==,
      before);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Every section unfolded, long words whole. */
static void
test_details (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerDocument *document = ledger_window_get_document (window);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  while (text->len < 6000)
    g_string_append (text, "党的创新理论学习不够系统");
  ledger_session_commit (session,
                         ledger_gesture_set (document,
                                             "issue",
                                             ledger_session_get_selected_issue (session),
                                             "text",
                                             text->str,
                                             &error),
                         &error,
                         NULL,
                         NULL,
                         NULL);
  activate (window, "page.add-note");
  type_into (window, "新进展", "已召开专题会");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_cmpuint (
      ledger_document_get_children (document, "note", ledger_session_get_selected_issue (session))
          ->len,
      ==,
      1);
  expand_all (GTK_WIDGET (window));
  ledger_view_test_settle ();
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-details");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- Alt+←, and several problems over a page of proof --- */

static LedgerWindow *
open_sample (LedgerViewTest *test)
{
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_view_test_key (GTK_WINDOW (window), "ctrl+2");
  g_assert_true (LEDGER_IS_ISSUE_PAGE (ledger_window_get_page (window)));
  return window;
}

typedef struct
{
  LedgerIssueTable *table;
  double top;
} Place;

static gboolean
is_back (gpointer data)
{
  const Place *place = data;

  return ABS (ledger_issue_table_get_top (place->table) - place->top) < 2;
}

/* Scrolled down with the wheel, away from the selected row. */
static Place
scroll_away (LedgerWindow *window)
{
  static const char *const wheel[] = { "xdotool", "click", "--repeat", "6",
                                       "--delay", "30",    "5",        NULL };
  GtkWidget *table = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_ISSUE_TABLE, NULL);
  Place place = { LEDGER_ISSUE_TABLE (table), 0 };

  ledger_view_test_point (table, 0.5, 0.5);
  ledger_view_test_run_tool (wheel);
  place.top = ledger_issue_table_get_top (place.table);
  g_assert_cmpfloat (place.top, >, 200);
  return place;
}

static void
check_back (LedgerWindow *window, Place *place, const char *selected)
{
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (place->table)));
  ledger_view_test_wait (is_back, place);
  ledger_view_test_settle ();
  g_assert_true (is_back (place));
  g_assert_cmpstr (
      ledger_session_get_selected_issue (ledger_window_get_session (window)), ==, selected);
}

/* Whoever comes back by Alt+← finds the table as he left it; by ‹ 返回 of a subpage and by Esc from
 * a page of proof as well. */
static void
test_scroll_comes_back (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerTable *proof = ledger_document_get_table (ledger_window_get_document (window), "evidence");
  LedgerRecord *evidence = ledger_table_get_record (proof, 0);
  const char *selected = ledger_record_get_text (evidence, LEDGER_EVIDENCE_ISSUE);
  Place place;

  ledger_session_open_issue (session, selected);
  ledger_view_test_settle ();
  place = scroll_away (window);
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+1");
  g_assert_false (LEDGER_IS_ISSUE_PAGE (ledger_window_get_page (window)));
  ledger_view_test_key (GTK_WINDOW (window), "alt+Left");
  check_back (window, &place, selected);

  ledger_session_open_evidence (session, ledger_record_get_id (evidence));
  ledger_view_test_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (place.table)));
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  check_back (window, &place, selected);

  activate (window, "page.claim-many");
  g_assert_true (LEDGER_IS_CLAIM_PAGE (ledger_window_get_page (window)));
  activate (window, "win.pop-subpage");
  check_back (window, &place, selected);
  activate (window, "page.claim-many");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  check_back (window, &place, selected);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A page of proof is one problem's: with several selected the table is there again. */
static void
test_several_over_proof (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerTable *proof = ledger_document_get_table (ledger_window_get_document (window), "evidence");
  GtkWidget *table = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_ISSUE_TABLE, NULL);

  ledger_session_open_evidence (session, ledger_record_get_id (ledger_table_get_record (proof, 0)));
  ledger_view_test_settle ();
  g_assert_false (gtk_widget_get_mapped (table));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+a");
  g_assert_cmpuint (ledger_session_get_n_selected (session), >, 1);
  g_assert_true (gtk_widget_get_mapped (table));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "issues-several-over-proof");
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/issue-page/first", test_first);
  ledger_view_test_add ("/issue-page/claim-one", test_claim_one);
  ledger_view_test_add ("/issue-page/measures", test_measures);
  ledger_view_test_add ("/issue-page/measure-order", test_measure_order);
  ledger_view_test_add ("/issue-page/measure-editor", test_measure_editor);
  ledger_view_test_add ("/issue-page/filter", test_filter);
  ledger_view_test_add ("/issue-page/filter-menu", test_filter_menu);
  ledger_view_test_add ("/issue-page/cells", test_cells);
  ledger_view_test_add ("/issue-page/date-cell", test_date_cell);
  ledger_view_test_add ("/issue-page/fill-down", test_fill_down);
  ledger_view_test_add ("/issue-page/menu", test_menu);
  ledger_view_test_add ("/issue-page/details", test_details);
  ledger_view_test_add ("/issue-page/scroll-comes-back", test_scroll_comes_back);
  ledger_view_test_add ("/issue-page/several-over-proof", test_several_over_proof);
  return g_test_run ();
}
