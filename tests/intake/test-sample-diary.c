/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-diary.h"

#include "ledger-workflow.h"

/* Every event in its order, whatever day it is today, also across holidays. */
static void
check_day (LedgerCalendar *calendar, LedgerDay today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerSampleList) list = ledger_sample_list_read (today, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) events = ledger_sample_diary_new (list, calendar, today);
  g_autofree LedgerDay *last = g_new0 (LedgerDay, list->rows->len);
  g_autofree guint *finished = g_new0 (guint, list->rows->len);
  /* The list was claimed and the work planned by then. */
  const LedgerDay set_up =
      ledger_calendar_add_working_days (calendar, today - LEDGER_SAMPLE_FEEDBACK_AGO, 7);
  LedgerDay before = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const LedgerSampleEvent *event = &g_array_index (events, LedgerSampleEvent, i);
      const LedgerImportIssue *issue = g_ptr_array_index (list->rows, event->row);

      g_assert_true (ledger_calendar_is_working (calendar, event->day));
      g_assert_cmpint (event->day, <, today);
      g_assert_cmpint (event->day, >, set_up);
      g_assert_cmpint (event->day, >=, before);
      before = event->day;
      g_assert_cmpint (event->day, >=, last[event->row]);
      last[event->row] = event->day;
      if (event->deed == LEDGER_SAMPLE_FINISHED)
        g_assert_cmpuint (event->place, ==, finished[event->row]++);
      /* Whoever signs has everything before him. */
      if (event->deed == LEDGER_SAMPLE_SIGNED)
        g_assert_cmpuint (finished[event->row], ==, issue->measures->len);
    }
  for (guint row = 0; row < list->rows->len; row++)
    g_assert_cmpuint (finished[row], ==, ledger_sample_diary_count_done (list, row));
}

static void
test_order (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();

  for (LedgerDay today = ledger_day_new (2025, 9, 1); today < ledger_day_new (2026, 12, 1);
       today += 3)
    check_day (calendar, today);
}

/* Work and signatures are spread over weeks, as in an office. */
static void
test_spread (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  const LedgerDay today = ledger_day_new (2026, 3, 10);
  g_autoptr (LedgerSampleList) list = ledger_sample_list_read (today, NULL);
  g_autoptr (GArray) events = ledger_sample_diary_new (list, calendar, today);
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < events->len; i++)
    g_hash_table_add (days, GINT_TO_POINTER (g_array_index (events, LedgerSampleEvent, i).day));
  g_test_message ("%u events on %u days", events->len, g_hash_table_size (days));
  g_assert_cmpuint (g_hash_table_size (days), >=, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-diary/order", test_order);
  g_test_add_func ("/sample-diary/spread", test_spread);
  return g_test_run ();
}
