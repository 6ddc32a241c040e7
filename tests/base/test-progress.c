/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-progress.h"

#define REPORTS 200000

static void
count_notification (LedgerProgress *progress, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static gpointer
report_often (gpointer data)
{
  for (guint64 i = 1; i <= REPORTS; i++)
    ledger_progress_report (data, i, REPORTS);
  ledger_progress_say (data, "写入");
  return NULL;
}

/* However fast a job reports, the window hears of it rarely, and of the last word always. */
static void
test_from_a_thread (void)
{
  g_autoptr (LedgerProgress) progress = ledger_progress_new ();
  guint fractions = 0, texts = 0;
  g_signal_connect (progress, "notify::fraction", G_CALLBACK (count_notification), &fractions);
  g_signal_connect (progress, "notify::text", G_CALLBACK (count_notification), &texts);

  gint64 start = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("job", report_often, progress);
  while (texts == 0)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  guint allowed = (guint)((g_get_monotonic_time () - start) * 20 / G_USEC_PER_SEC) + 1;

  g_assert_cmpuint (fractions, >=, 1);
  g_assert_cmpuint (fractions, <=, allowed);
  g_assert_cmpuint (texts, ==, 1);
  g_assert_cmpfloat (ledger_progress_get_fraction (progress), ==, 1.0);
  g_autofree char *text = ledger_progress_dup_text (progress);
  g_assert_cmpstr (text, ==, "写入");
}

static void
test_values (void)
{
  g_autoptr (LedgerProgress) progress = ledger_progress_new ();
  double fraction = 0;
  g_autofree char *text = NULL;

  g_object_get (progress, "fraction", &fraction, "text", &text, NULL);
  g_assert_cmpfloat (fraction, ==, -1.0);
  g_assert_cmpstr (text, ==, "");
  ledger_progress_report (progress, 1, 4);
  g_assert_cmpfloat (ledger_progress_get_fraction (progress), ==, 0.25);
  ledger_progress_report (progress, 9, 4);
  g_assert_cmpfloat (ledger_progress_get_fraction (progress), ==, 1.0);
  ledger_progress_report (progress, 9, 0);
  g_assert_cmpfloat (ledger_progress_get_fraction (progress), ==, -1.0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_null_and_unchanged (void)
{
  ledger_progress_report (NULL, 1, 2);
  ledger_progress_say (NULL, "无");

  LedgerProgress *progress = ledger_progress_new ();
  ledger_progress_report (progress, 0, 0);
  ledger_progress_say (progress, "");
  /* Nothing changed: no source holds the object. */
  g_assert_finalize_object (progress);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/from-a-thread", test_from_a_thread);
  g_test_add_func ("/progress/values", test_values);
  g_test_add_func ("/progress/null-and-unchanged", test_null_and_unchanged);
  return g_test_run ();
}
