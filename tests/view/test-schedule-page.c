/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gantt-private.h"
#include "ledger-schedule-page.h"
#include "ledger-test-sample.h"
#include "ledger-view-test.h"

/* Day to pixel and back at every scale: the day whose left edge is X is the day at X. */
static void
test_line_there_and_back (LedgerViewTest *test, gconstpointer data)
{
  LedgerTimeLine line = { .first = ledger_day_new (2026, 1, 1),
                          .last = ledger_day_new (2026, 12, 31) };

  for (double per_day = LEDGER_TIME_LINE_LEAST; per_day < 70; per_day *= 1.37)
    {
      ledger_time_line_zoom (&line, per_day);
      g_assert_cmpfloat (line.per_day, <=, LEDGER_TIME_LINE_MOST);
      for (LedgerDay day = line.first; day <= line.last; day++)
        g_assert_cmpint (
            ledger_time_line_day (&line, ledger_time_line_x (&line, day) + line.per_day / 2),
            ==,
            day);
    }
  line.per_day = ledger_time_line_fit (&line, 700);
  g_assert_cmpfloat_with_epsilon (ledger_time_line_width (&line), 700, 0.01);
}

static void
test_ticks_begin_their_units (LedgerViewTest *test, gconstpointer data)
{
  for (LedgerDay day = ledger_day_new (2026, 1, 1); day < ledger_day_new (2027, 3, 1); day++)
    {
      LedgerDay week = ledger_time_line_next_tick (LEDGER_TICK_WEEK, day);
      LedgerDay month = ledger_time_line_next_tick (LEDGER_TICK_MONTH, day);
      int year, number, dom;

      g_assert_cmpint (ledger_day_weekday (week), ==, 1);
      g_assert_cmpint (week - day, <, 7);
      ledger_day_split (month, &year, &number, &dom);
      g_assert_cmpint (dom, ==, 1);
      g_assert_cmpint (month - day, <, 31);
    }
}

/* Every issue has its row and each of its measures one below it; the filter decides which. */
static void
test_rows_follow_the_filter (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "计划.zgl");
  g_autoptr (LedgerDocument) document = ledger_view_test_open_document (test, path);
  g_autoptr (LedgerFilter) filter = ledger_filter_new (document);
  g_autoptr (LedgerScheduleRows) all = ledger_schedule_rows_read (document, filter, NULL);
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  guint n_measures = ledger_table_get_n_records (ledger_document_get_table (document, "measure"));
  LedgerDay first, last;

  g_assert_cmpuint (ledger_table_get_n_records (issues), ==, 12);
  g_assert_cmpuint (ledger_schedule_rows_get_n (all), ==, 2 + 12 + n_measures);
  g_assert_true (ledger_schedule_rows_get_span (all, &first, &last));
  g_assert_cmpint (first, <=, last);
  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    g_hash_table_add (folded, (gpointer)ledger_record_get_id (ledger_table_get_record (issues, i)));
  g_autoptr (LedgerScheduleRows) closed = ledger_schedule_rows_read (document, filter, folded);
  g_assert_cmpuint (ledger_schedule_rows_get_n (closed), ==, 2 + 12);
  ledger_filter_set_search (filter, "没有这样的问题");
  g_autoptr (LedgerScheduleRows) none = ledger_schedule_rows_read (document, filter, NULL);
  g_assert_cmpuint (ledger_schedule_rows_get_n (none), ==, 2);
}

static void
count_signal (guint *count)
{
  (*count)++;
}

/* Keys move, fold and open; a click selects the row under the pointer. */
static void
test_keys_and_pointer (LedgerViewTest *test, gconstpointer data)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  LedgerDay today = ledger_day_new (2026, 3, 10);
  GtkWidget *gantt = ledger_gantt_new (calendar, today);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  g_autoptr (LedgerScheduleRows) rows = ledger_schedule_rows_new_made_up (1000, today - 60);
  guint opened = 0, folded = 0;
  GtkWindow *window;

  ledger_gantt_set_rows (LEDGER_GANTT (gantt), rows);
  g_signal_connect_swapped (gantt, "row-activated", G_CALLBACK (count_signal), &opened);
  g_signal_connect_swapped (gantt, "fold-toggled", G_CALLBACK (count_signal), &folded);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), gantt);
  window = ledger_view_test_present (test, scroll);
  gtk_widget_grab_focus (gantt);
  ledger_view_test_settle ();
  g_assert_cmpuint (ledger_gantt_get_selected (LEDGER_GANTT (gantt)), ==, LEDGER_GANTT_NO_ROW);
  ledger_view_test_key (window, "Down");
  ledger_view_test_key (window, "Down");
  ledger_view_test_settle ();
  g_assert_cmpuint (ledger_gantt_get_selected (LEDGER_GANTT (gantt)), ==, 1);
  ledger_view_test_key (window, "Up");
  ledger_view_test_key (window, "Left");
  ledger_view_test_key (window, "Return");
  ledger_view_test_settle ();
  g_assert_cmpuint (folded, ==, 1);
  g_assert_cmpuint (opened, ==, 1);
  ledger_view_test_key (window, "End");
  ledger_view_test_settle ();
  g_assert_cmpuint (ledger_gantt_get_selected (LEDGER_GANTT (gantt)), ==, 999);
  ledger_view_test_click (gantt);
  ledger_view_test_settle ();
  g_assert_cmpuint (ledger_gantt_get_selected (LEDGER_GANTT (gantt)), !=, 999);
  ledger_view_test_close (window);
}

static LedgerWindow *
open_schedule (LedgerViewTest *test, GtkWidget **gantt)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "菜单.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_SCHEDULE);
  ledger_view_test_settle ();
  *gantt = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_GANTT, NULL);
  gtk_widget_grab_focus (*gantt);
  return window;
}

/* Shift+F10 on a row: the deadline is changed where it stands, or the problem is opened. */
static void
test_menu (LedgerViewTest *test, gconstpointer data)
{
  GtkWidget *gantt;
  LedgerWindow *window = open_schedule (test, &gantt);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerScheduleRows *rows = ledger_gantt_get_rows (LEDGER_GANTT (gantt));
  const LedgerScheduleRow *row;
  guint index = 0;

  while (ledger_schedule_rows_get (rows, index)->kind != LEDGER_SCHEDULE_ISSUE)
    index++;
  row = ledger_schedule_rows_get (rows, index);
  ledger_gantt_select (LEDGER_GANTT (gantt), index);
  ledger_view_test_key (GTK_WINDOW (window), "shift+F10");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "schedule-menu");
  ledger_view_test_key (GTK_WINDOW (window), "Down");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  g_assert_cmpstr (ledger_session_get_selected_issue (session), ==, row->issue_id);
  g_assert_nonnull (ledger_view_test_find (gantt, GTK_TYPE_ENTRY, "时限"));
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  gtk_widget_activate_action (GTK_WIDGET (ledger_window_get_page (window)), "page.open-row", NULL);
  ledger_view_test_settle ();
  g_assert_false (LEDGER_IS_SCHEDULE_PAGE (ledger_window_get_page (window)));
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_page_in_the_window (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "窗口.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  GtkWidget *gantt;

  ledger_view_test_key (GTK_WINDOW (window), "ctrl+3");
  ledger_view_test_settle ();
  gantt = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_GANTT, NULL);
  g_assert_nonnull (gantt);
  g_assert_cmpuint (
      ledger_schedule_rows_get_n (ledger_gantt_get_rows (LEDGER_GANTT (gantt))), >, 20);
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "schedule");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Each deadline stands whole in its column, in both sizes of type; what more was said of it is in
 * the tooltip. */
static void
check_deadlines_fit (LedgerGantt *gantt)
{
  LedgerScheduleRows *rows = ledger_gantt_get_rows (gantt);
  const float room = ledger_gantt_get_due_width (gantt) - LEDGER_GANTT_PADDING;

  for (guint i = 0; i < ledger_schedule_rows_get_n (rows); i++)
    {
      const LedgerScheduleRow *row = ledger_schedule_rows_get (rows, i);

      if (ledger_gantt_measure_text (gantt, row->due_short) > room)
        g_error ("“%s” is cut", row->due_short);
    }
}

static void
test_deadline_column (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerScheduleRows *rows;
  GtkWidget *gantt;
  guint n_shortened = 0;

  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_SCHEDULE);
  ledger_view_test_settle ();
  gantt = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_GANTT, NULL);
  rows = ledger_gantt_get_rows (LEDGER_GANTT (gantt));
  for (guint i = 0; i < ledger_schedule_rows_get_n (rows); i++)
    {
      const LedgerScheduleRow *row = ledger_schedule_rows_get (rows, i);

      if (g_strcmp0 (row->due_words, row->due_short) == 0)
        continue;
      g_assert_true (g_str_has_prefix (row->due_words, row->due_short));
      n_shortened++;
    }
  g_assert_cmpuint (n_shortened, >, 0);
  check_deadlines_fit (LEDGER_GANTT (gantt));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "schedule-deadlines");
  ledger_view_test_key (GTK_WINDOW (window), "F12");
  check_deadlines_fit (LEDGER_GANTT (gantt));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "schedule-deadlines-large");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- the upper tier --- */

/* The year of the first day in sight stands at the left edge, each year that begins is told, and
 * nothing runs into anything. */
static void
check_names (LedgerGantt *gantt)
{
  g_autoptr (GArray) names = ledger_gantt_list_names (gantt);
  LedgerDay first, last;
  int year, month, dom;
  guint n_years = 0, n_begun = 0;

  ledger_gantt_get_seen_days (gantt, &first, &last);
  ledger_day_split (first, &year, &month, &dom);
  for (guint i = 0; i < names->len; i++)
    {
      const LedgerGanttName *a = &g_array_index (names, LedgerGanttName, i);
      g_autofree char *of_first = g_strdup_printf ("%d年", year);
      g_autofree char *next = g_strdup_printf ("%d年", year + 1);

      for (guint j = i + 1; j < names->len; j++)
        {
          const LedgerGanttName *b = &g_array_index (names, LedgerGanttName, j);
          if (a->x < b->x + b->width && b->x < a->x + a->width)
            g_error (
                "“%s” runs into “%s” at %g a day", a->text, b->text, ledger_gantt_get_zoom (gantt));
        }
      n_begun += a->kind == LEDGER_GANTT_NAME_MONTH && g_str_has_prefix (a->text, next) ? 1 : 0;
      if (a->kind != LEDGER_GANTT_NAME_YEAR)
        continue;
      g_assert_cmpstr (a->text, ==, of_first);
      g_assert_cmpfloat (a->x, >, 0);
      g_assert_cmpfloat (a->x + a->width, <, ledger_gantt_get_left (gantt));
      n_years++;
    }
  g_assert_cmpuint (n_years, ==, 1);
  g_assert_cmpuint (n_begun, ==, ledger_day_new (year + 1, 1, 1) <= last ? 1 : 0);
}

static void
test_year (LedgerViewTest *test, gconstpointer data)
{
  const double scales[] = { 1.3, 3.5, 5, 7.5, 16, 22, 60 };
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  const LedgerDay today = ledger_day_new (2026, 3, 10);
  GtkWidget *gantt = ledger_gantt_new (calendar, today);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  g_autoptr (LedgerScheduleRows) rows = ledger_schedule_rows_new_made_up (200, today - 300);
  GtkWindow *window;

  ledger_gantt_set_rows (LEDGER_GANTT (gantt), rows);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), gantt);
  window = ledger_view_test_present (test, scroll);
  ledger_view_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      ledger_gantt_zoom (LEDGER_GANTT (gantt), scales[i]);
      for (LedgerDay day = ledger_day_new (2025, 11, 20); day < ledger_day_new (2026, 3, 1); day++)
        {
          ledger_gantt_show_day (LEDGER_GANTT (gantt), day);
          check_names (LEDGER_GANTT (gantt));
        }
      for (guint k = 0; k < 2; k++)
        {
          g_autofree char *name = g_strdup_printf ("schedule-year-%g-%u", scales[i], k);

          ledger_gantt_show_day (LEDGER_GANTT (gantt), ledger_day_new (2025, 12, 20) + 22 * (int)k);
          ledger_view_test_settle ();
          ledger_view_test_keep_picture (window, name);
        }
    }
  ledger_view_test_close (window);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/schedule/line-there-and-back", test_line_there_and_back);
  ledger_view_test_add ("/schedule/ticks-begin-their-units", test_ticks_begin_their_units);
  ledger_view_test_add ("/schedule/rows-follow-the-filter", test_rows_follow_the_filter);
  ledger_view_test_add ("/schedule/keys-and-pointer", test_keys_and_pointer);
  ledger_view_test_add ("/schedule/page-in-the-window", test_page_in_the_window);
  ledger_view_test_add ("/schedule/menu", test_menu);
  ledger_view_test_add ("/schedule/deadline-column", test_deadline_column);
  ledger_view_test_add ("/schedule/year", test_year);
  return g_test_run ();
}
