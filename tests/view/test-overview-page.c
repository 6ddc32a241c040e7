/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-overview-page.h"

#include "ledger-chart-mark.h"
#include "ledger-chart-rows.h"
#include "ledger-late-list.h"
#include "ledger-measure.h"
#include "ledger-schedule-page.h"
#include "ledger-segment-bar.h"
#include "ledger-stack-chart.h"
#include "ledger-step-bar.h"
#include "ledger-test-sample.h"
#include "ledger-view-test.h"
#include "ledger-week-chart.h"

static LedgerWindow *
open_sample (LedgerViewTest *test)
{
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");
  LedgerWindow *window;

  window = ledger_view_test_open_window (test, path);
  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_OVERVIEW);
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_OVERVIEW_PAGE (ledger_window_get_page (window)));
  return window;
}

typedef void (*WidgetFunc) (GtkWidget *widget, gpointer data);

static void
foreach_below (GtkWidget *root, WidgetFunc func, gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      func (child, data);
      foreach_below (child, func, data);
    }
}

/* --- every number opens the rows it counts --- */

static gboolean
read_last_number (const char *text, guint *number)
{
  const char *end = text != NULL ? text + strlen (text) : NULL;

  while (end != NULL && end > text && !g_ascii_isdigit (end[-1]))
    end--;
  if (end == NULL || end == text)
    return FALSE;
  while (end > text && g_ascii_isdigit (end[-1]))
    end--;
  *number = (guint)g_ascii_strtoull (end, NULL, 10);
  return TRUE;
}

static gboolean
is_number (const char *text)
{
  return text != NULL && *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

typedef struct
{
  LedgerWindow *window;
  guint n_checked;
  guint n_weeks;
} Numbers;

static guint
count_matching (LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerFilter *filter = ledger_session_get_filter (ledger_window_get_session (window));
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  guint n = 0;

  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    n += ledger_filter_matches (
        filter,
        ledger_document_get_facts (document,
                                   ledger_record_get_id (ledger_table_get_record (issues, i))));
  return n;
}

/* A department's name says several numbers and opens all: it is left out. */
static void
check_button (GtkWidget *widget, gpointer data)
{
  Numbers *numbers = data;
  const char *label, *department;
  GVariant *target;
  guint said, figure;
  gint32 from, until;

  if (!GTK_IS_BUTTON (widget))
    return;
  target = ledger_chart_mark_peek_rows (widget);
  if (target == NULL)
    return;
  label = gtk_button_get_label (GTK_BUTTON (widget));
  g_variant_get (target, "(um&sii)", &figure, &department, &from, &until);
  if (figure == LEDGER_FIGURE_ALL && department != NULL && !is_number (label))
    return;
  if (!read_last_number (is_number (label) ? label : gtk_widget_get_tooltip_text (widget), &said))
    g_assert_true (read_last_number (label, &said));
  ledger_chart_rows_open (target, ledger_window_get_session (numbers->window));
  g_assert_cmpuint (count_matching (numbers->window), ==, said);
  numbers->n_checked++;
  numbers->n_weeks += from != LEDGER_DAY_NONE ? 1 : 0;
}

static void
test_numbers (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerPage *page = ledger_window_get_page (window);
  Numbers numbers = { .window = window };
  guint in_bars;

  foreach_below (GTK_WIDGET (page), check_button, &numbers);
  /* done, all, 4 figures, 5 steps twice, 8 weeks, the list twice, and the bars of departments */
  in_bars = numbers.n_checked;
  g_assert_cmpuint (in_bars, >, 40);
  g_assert_cmpuint (numbers.n_weeks, ==, LEDGER_WEEK_CHART_WEEKS);
  ledger_filter_clear (ledger_session_get_filter (ledger_window_get_session (window)));
  g_action_group_activate_action (
      G_ACTION_GROUP (ledger_page_get_actions (page)), "show-departments", NULL);
  foreach_below (GTK_WIDGET (page), check_button, &numbers);
  /* once more all of these, and seven numbers of each of eight departments */
  g_assert_cmpuint (numbers.n_checked, >=, 2 * in_bars + 7 * 8);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- the heading is shared with the other pages, and kept when a number is opened --- */

static void
test_heading (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerFilter *filter = ledger_session_get_filter (session);
  LedgerRecord *heading = g_ptr_array_index (ledger_document_get_headings (document), 0);
  Numbers numbers = { .window = window };
  guint n;

  ledger_filter_set_heading (filter, ledger_record_get_id (heading));
  n = count_matching (window);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (
      n, <, ledger_table_get_n_records (ledger_document_get_table (document, "issue")));
  ledger_view_test_settle ();
  foreach_below (GTK_WIDGET (ledger_window_get_page (window)), check_button, &numbers);
  g_assert_cmpuint (numbers.n_checked, >, 20);
  g_assert_cmpstr (ledger_filter_get_heading (filter), ==, ledger_record_get_id (heading));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- room --- */

static void
check_cut (GtkWidget *widget, gpointer data)
{
  int minimum;

  if (!gtk_widget_get_mapped (widget) || !GTK_IS_BUTTON (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  /* With its padding, as it is measured. */
  g_assert_cmpint (gtk_widget_get_allocated_width (widget), >=, minimum);
}

static void
check_fits (LedgerWindow *window)
{
  GtkWidget *page = GTK_WIDGET (ledger_window_get_page (window));
  GtkWidget *scrolled = ledger_view_test_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  g_assert_cmpfloat (
      gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
  foreach_below (page, check_cut, NULL);
}

static void
test_room (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);
  GtkWidget *page = GTK_WIDGET (ledger_window_get_page (window));

  check_fits (window);
  ledger_view_test_check_names (page);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "overview");
  g_action_group_activate_action (
      G_ACTION_GROUP (ledger_page_get_actions (LEDGER_PAGE (page))), "show-departments", NULL);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "overview-table");
  check_fits (window);
  ledger_session_set_large_type (session, TRUE);
  ledger_view_test_settle ();
  check_fits (window);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "overview-large");
  ledger_session_set_large_type (session, FALSE);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- copying --- */

static guint
sum_column (const char *text, guint column)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint sum = 0;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), >, column);
      sum += (guint)g_ascii_strtoull (cells[column], NULL, 10);
    }
  return sum;
}

static void
test_copy (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  GtkWidget *page = GTK_WIDGET (ledger_window_get_page (window));
  LedgerDocument *document = ledger_window_get_document (window);
  const LedgerCounts counts = ledger_counts_of_all (document);
  GtkWidget *stack = ledger_view_test_find (page, LEDGER_TYPE_STACK_CHART, NULL);
  GtkWidget *steps = ledger_view_test_find (page, LEDGER_TYPE_STEP_BAR, NULL);
  GtkWidget *late = ledger_view_test_find (page, LEDGER_TYPE_LATE_LIST, NULL);
  g_autoptr (LedgerTableCopy) departments = ledger_stack_chart_copy (LEDGER_STACK_CHART (stack));
  g_autoptr (LedgerTableCopy) by_step = ledger_step_bar_copy (LEDGER_STEP_BAR (steps));
  g_autoptr (LedgerTableCopy) pressing = ledger_late_list_copy (LEDGER_LATE_LIST (late));
  g_autofree char *department_text = ledger_table_copy_to_text (departments);
  g_autofree char *step_text = ledger_table_copy_to_text (by_step);

  g_assert_cmpuint (sum_column (department_text, 1), ==, counts.figures[LEDGER_FIGURE_OVERDUE]);
  g_assert_cmpuint (sum_column (department_text, 7), ==, counts.figures[LEDGER_FIGURE_ALL]);
  g_assert_cmpuint (sum_column (step_text, 1), ==, counts.figures[LEDGER_FIGURE_ALL]);
  g_assert_cmpuint (ledger_table_copy_get_n_rows (pressing) - 1,
                    ==,
                    counts.figures[LEDGER_FIGURE_OVERDUE] + counts.figures[LEDGER_FIGURE_NEAR]);
  g_assert_true (ledger_page_copy (LEDGER_PAGE (page)));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- a segment is never narrower than its number --- */

static void
test_segments (LedgerViewTest *test, gconstpointer data)
{
  GtkWidget *bar = ledger_segment_bar_new ();
  const LedgerChartPart parts[] = {
    { 1, LEDGER_PATTERN_HATCH, LEDGER_TINT_LATE, "a 1", NULL },
    { 0, LEDGER_PATTERN_DOTS, LEDGER_TINT_NEAR, "b 0", NULL },
    { 999, LEDGER_PATTERN_SOLID, LEDGER_TINT_DONE, "c 999", NULL },
  };
  GtkWidget *first, *last;
  GtkWindow *window;

  ledger_segment_bar_set_parts (LEDGER_SEGMENT_BAR (bar), parts, G_N_ELEMENTS (parts), 0);
  gtk_widget_set_size_request (bar, 300, -1);
  window = ledger_view_test_present (test, bar);
  first = gtk_widget_get_first_child (bar);
  last = gtk_widget_get_last_child (bar);
  g_assert_true (gtk_widget_get_next_sibling (first) == last);
  check_cut (first, NULL);
  g_assert_cmpint (gtk_widget_get_width (last), >, 10 * gtk_widget_get_width (first));
  g_assert_cmpint (
      gtk_widget_get_width (first) + gtk_widget_get_width (last), <=, gtk_widget_get_width (bar));
  ledger_view_test_close (window);
}

/* 统计口径 is chosen in the settings by a person: the completion then counts measures, says so, and
 * opens their rows. */
static void
test_counting_basis (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerTable *measures = ledger_document_get_table (document, "measure");
  const guint n = ledger_table_get_n_records (measures);
  g_autofree char *number = NULL;
  GtkWidget *row, *link, *basis;
  guint done = 0;

  for (guint i = 0; i < n; i++)
    done +=
        ledger_record_get_integer (ledger_table_get_record (measures, i), LEDGER_MEASURE_DONE) != 0;
  ledger_session_open_page (session, LEDGER_PAGE_ID_PEOPLE);
  ledger_view_test_settle ();
  row = ledger_view_test_find (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, "统计口径");
  g_assert_nonnull (row);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  gtk_widget_grab_focus (row);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "people-counting-basis");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  ledger_view_test_settle ();
  ledger_session_open_page (session, LEDGER_PAGE_ID_OVERVIEW);
  ledger_view_test_settle ();
  number = g_strdup_printf ("%u/%u条措施", done, n);
  link = ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, number);
  g_assert_nonnull (link);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "overview-by-measure");
  basis =
      ledger_view_test_find (GTK_WIDGET (window),
                             GTK_TYPE_LABEL,
                             "完成按措施计，其余按问题计，以单位自认完成为准，截至2026年3月10日");
  g_assert_nonnull (basis);
  ledger_view_test_key (GTK_WINDOW (window), "F12");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "overview-by-measure-large");
  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, number));
  g_assert_true (LEDGER_IS_SCHEDULE_PAGE (ledger_window_get_page (window)));
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_empty (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "empty.zgl", NULL);
  g_autoptr (GError) error = NULL;
  LedgerDocument *document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, NULL, NULL, &error);
  LedgerWindow *window;

  g_assert_no_error (error);
  ledger_document_close (document);
  g_object_unref (document);
  window = ledger_view_test_open_window (test, path);
  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_OVERVIEW);
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_page_get_primary_action (LEDGER_PAGE (ledger_window_get_page (window))),
                   ==,
                   "win.import");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "overview-empty");
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/overview-page/numbers", test_numbers);
  ledger_view_test_add ("/overview-page/heading", test_heading);
  ledger_view_test_add ("/overview-page/room", test_room);
  ledger_view_test_add ("/overview-page/copy", test_copy);
  ledger_view_test_add ("/overview-page/segments", test_segments);
  ledger_view_test_add ("/overview-page/counting-basis", test_counting_basis);
  ledger_view_test_add ("/overview-page/empty", test_empty);
  return g_test_run ();
}
