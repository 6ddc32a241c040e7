/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-start-page.h"

#include "ledger-recent-facts.h"
#include "ledger-recent-ledgers.h"
#include "ledger-view-test.h"

static gboolean
has_counts (gpointer window)
{
  return ledger_view_test_find (window, GTK_TYPE_LABEL, "逾期0   待签0   完成0/12") != NULL
         && ledger_view_test_find (window, GTK_TYPE_LABEL, "文件不在原处") != NULL;
}

/* A ledger that was opened stands in the list with its unit and counts, and opens by a click. */
static void
test_recent (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *gone = g_build_filename (test->folder, "gone.zgl", NULL);
  LedgerWindow *window;
  GtkWidget *row;

  ledger_recent_ledgers_add (test->settings, gone);
  ledger_recent_ledgers_add (test->settings, path);
  window = ledger_view_test_open_window (test, NULL);
  ledger_view_test_wait (has_counts, window);
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "文件不在原处"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "start-recent");
  row = ledger_view_test_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, NULL);
  ledger_view_test_click (row);
  g_assert_nonnull (ledger_window_get_document (window));
  g_assert_cmpstr (ledger_document_get_path (ledger_window_get_document (window)), ==, path);
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
has_copies (gpointer window)
{
  return ledger_view_test_find (window, GTK_TYPE_LABEL, "某市某局（a.zgl）") != NULL
         && ledger_view_test_find (window, GTK_TYPE_LABEL, "某市某局（a-0918.zgl）") != NULL;
}

/* Two files of one ledger, as offices keep them, are told apart by their names. */
static void
test_copies (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *copy = g_build_filename (test->folder, "a-0918.zgl", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) error = NULL;
  LedgerWindow *window;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ledger_recent_ledgers_add (test->settings, path);
  ledger_recent_ledgers_add (test->settings, copy);
  window = ledger_view_test_open_window (test, NULL);
  ledger_view_test_wait (has_copies, window);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "start-copies");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Newest first, each once, at most eight. */
static void
test_order (LedgerViewTest *test, gconstpointer data)
{
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *path = g_strdup_printf ("/ledgers/%u.zgl", i);

      ledger_recent_ledgers_add (test->settings, path);
    }
  ledger_recent_ledgers_add (test->settings, "/ledgers/8.zgl");
  paths = ledger_recent_ledgers_get (test->settings);
  g_assert_cmpuint (g_strv_length (paths), ==, 8);
  g_assert_cmpstr (paths[0], ==, "/ledgers/8.zgl");
  g_assert_cmpstr (paths[1], ==, "/ledgers/11.zgl");
  g_assert_cmpstr (paths[2], ==, "/ledgers/10.zgl");
  g_assert_cmpstr (paths[3], ==, "/ledgers/9.zgl");
}

static void
test_time (void)
{
  const struct
  {
    int day, hour, minute;
    const char *words;
  } cases[] = {
    { 10, 9, 31, "今天 09:31" },
    { 10, 0, 0, "今天 00:00" },
    { 9, 23, 59, "3月9日" },
    { 4, 9, 31, "3月4日" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, 10, 17, 0, 0);
  g_autoptr (GDateTime) old = g_date_time_new_local (2025, 12, 4, 9, 31, 0);
  g_autofree char *last_year =
      ledger_recent_facts_dup_time (g_date_time_to_unix (old), g_date_time_to_unix (now));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) time =
          g_date_time_new_local (2026, 3, cases[i].day, cases[i].hour, cases[i].minute, 0);
      g_autofree char *words =
          ledger_recent_facts_dup_time (g_date_time_to_unix (time), g_date_time_to_unix (now));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpstr (last_year, ==, "2025年12月4日");
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/start-page/recent", test_recent);
  ledger_view_test_add ("/start-page/copies", test_copies);
  ledger_view_test_add ("/start-page/order", test_order);
  g_test_add_func ("/start-page/time", test_time);
  return g_test_run ();
}
