/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new user: the sample, a look at a figure, a row and a proof, then the office's own list. */
#include "ledger-fact-cell.h"
#include "ledger-gesture.h"
#include "ledger-inspection.h"
#include "ledger-journey.h"
#include "ledger-measure-row.h"
#include "ledger-notice-strip.h"
#include "ledger-overview-page.h"
#include "ledger-page-view.h"
#include "ledger-recent-ledgers.h"
#include "ledger-start-page.h"
#include "ledger-statistics.h"

#define PATIENCE_US (60 * G_USEC_PER_SEC)

/* The sample takes longer to make than anything else that a person waits for. */
static void
wait_for_ledger (LedgerWindow *window)
{
  const gint64 begin = g_get_monotonic_time ();

  while (ledger_window_get_document (window) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time () - begin, <, PATIENCE_US);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
  ledger_view_test_settle ();
}

static LedgerNoticeKind
get_notice (LedgerWindow *window)
{
  LedgerNoticeKind kind = LEDGER_N_NOTICES;

  ledger_session_get_notice (ledger_window_get_session (window), &kind);
  return kind;
}

static GtkWidget *
get_strip (LedgerWindow *window)
{
  return ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_NOTICE_STRIP, NULL);
}

/* The first widget of TYPE that a person sees. */
static GtkWidget *
find_seen (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_seen (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_page (gpointer window)
{
  return find_seen (window, LEDGER_TYPE_PAGE_VIEW) != NULL;
}

static gboolean
has_measure (gpointer window)
{
  return find_seen (window, LEDGER_TYPE_MEASURE_ROW) != NULL;
}

static void
look_around (LedgerJourney *journey, LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  const LedgerCounts counts = ledger_counts_of_all (document);
  g_autofree char *figure = g_strdup_printf ("%s %u",
                                             ledger_figure_get_name (LEDGER_FIGURE_RETURNED),
                                             counts.figures[LEDGER_FIGURE_RETURNED]);

  g_assert_true (LEDGER_IS_OVERVIEW_PAGE (ledger_window_get_page (window)));
  ledger_journey_click (ledger_window_get_page (window), figure);
  g_assert_false (LEDGER_IS_OVERVIEW_PAGE (ledger_window_get_page (window)));
  ledger_journey_act (journey, window, "a figure on 总览");
  ledger_view_test_click (
      find_seen (GTK_WIDGET (ledger_window_get_page (window)), LEDGER_TYPE_FACT_CELL));
  ledger_view_test_wait (has_measure, window);
  ledger_view_test_settle ();
  ledger_journey_act (journey, window, "a row");
  ledger_journey_click (find_seen (GTK_WIDGET (window), LEDGER_TYPE_MEASURE_ROW), "佐证1件");
  ledger_view_test_wait (has_page, window);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window),
                                 ledger_session_get_large_type (ledger_window_get_session (window))
                                     ? "journey-sample-large-proof"
                                     : "journey-sample-proof");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  g_assert_false (has_page (window));
  ledger_journey_act (journey, window, "a proof, Esc");
}

static LedgerWindow *
find_start_page (LedgerViewTest *test)
{
  for (GList *at = gtk_application_get_windows (test->application); at != NULL; at = at->next)
    if (LEDGER_IS_WINDOW (at->data) && ledger_window_get_document (at->data) == NULL)
      return at->data;
  return NULL;
}

/* Of the sample's window: nothing is left of it, neither on the start page nor on the disk. */
static void
check_thrown_away (LedgerViewTest *test, const char *path)
{
  g_auto (GStrv) recent = ledger_recent_ledgers_get (test->settings);

  for (gsize i = 0; recent[i] != NULL; i++)
    g_assert_cmpstr (recent[i], !=, path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* LARGE: 大字 was chosen by whoever sits here, before the first start. */
static void
test_sample (LedgerViewTest *test, gconstpointer large)
{
  LedgerJourney *journey = ledger_journey_begin (large != NULL ? "sample-large" : "sample", 7);
  LedgerWindow *sample = ledger_view_test_open_window (test, NULL);
  g_autoptr (GFile) list = ledger_journey_get_data ("sheets", "02-整改任务分解表.xlsx");
  LedgerWindow *window;
  g_autofree char *path = NULL;

  if (large != NULL)
    ledger_view_test_key (GTK_WINDOW (sample), "F12");
  ledger_view_test_keep_picture (GTK_WINDOW (sample),
                                 large != NULL ? "journey-sample-large-00" : "journey-sample-00");
  ledger_journey_click (ledger_window_get_page (sample), "打开示例台账");
  wait_for_ledger (sample);
  g_assert_cmpint (get_notice (sample), ==, LEDGER_NOTICE_SAMPLE);
  ledger_journey_act (journey, sample, "打开示例台账");
  path = g_strdup (ledger_document_get_path (ledger_window_get_document (sample)));
  look_around (journey, sample);
  g_assert_cmpint (get_notice (sample), ==, LEDGER_NOTICE_SAMPLE);
  ledger_journey_click (get_strip (sample), "用我的清单新建");
  window = find_start_page (test);
  g_assert_nonnull (window);
  g_assert_true (LEDGER_IS_START_PAGE (ledger_window_get_page (window)));
  ledger_journey_act (journey, window, "用我的清单新建");
  ledger_journey_drop_list (window, list);
  ledger_journey_act (journey, window, "drop the sheet");
  ledger_journey_import (window, "导入12个问题");
  ledger_journey_act (journey, window, "导入");
  g_assert_cmpuint (ledger_journey_count_issues (ledger_window_get_document (window)), ==, 12);
  g_assert_cmpint (get_notice (window), ==, LEDGER_NOTICE_UNCLAIMED);
  ledger_journey_end (journey, 7);
  ledger_view_test_close (GTK_WINDOW (sample));
  check_thrown_away (test, path);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* app/run.sh and a double click open a sample by its path: the strip says so all the same, and the
 * file there is never written to. */
static void
test_by_path (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_journey_make_sample (test);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;
  LedgerWindow *window;
  LedgerDocument *document;
  g_autoptr (LedgerEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  window = ledger_view_test_open_window (test, path);
  document = ledger_window_get_document (window);
  copy = g_strdup (ledger_document_get_path (document));
  g_assert_cmpstr (copy, !=, path);
  g_assert_false (ledger_document_is_read_only (document));
  g_assert_cmpint (get_notice (window), ==, LEDGER_NOTICE_SAMPLE);
  edit = ledger_gesture_set (document,
                             "inspection",
                             ledger_record_get_id (ledger_document_get_inspection (document)),
                             "name",
                             "改过的名称",
                             &error);
  g_assert_no_error (error);
  ledger_document_commit (document, edit, NULL, &error);
  g_assert_no_error (error);
  ledger_view_test_settle ();
  g_assert_cmpint (get_notice (window), ==, LEDGER_NOTICE_SAMPLE);
  ledger_view_test_close (GTK_WINDOW (window));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  check_thrown_away (test, copy);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  g_test_add ("/journey/sample",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_sample,
              ledger_view_test_tear_down);
  g_test_add ("/journey/sample/large-type",
              LedgerViewTest,
              GINT_TO_POINTER (TRUE),
              ledger_view_test_set_up,
              test_sample,
              ledger_view_test_tear_down);
  g_test_add ("/journey/sample-by-path",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_by_path,
              ledger_view_test_tear_down);
  return g_test_run ();
}
