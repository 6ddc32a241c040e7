/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-light.h"

typedef struct
{
  const char *deadline; /* canonical; NULL: none */
  gboolean done;
  LedgerLight light;
  int days;
  const char *words;
} Case;

/* Today is Friday, 6 March 2026; near are 5 working days; weekends only are free. */
static const Case cases[] = {
  { "day 2026-03-03 x", FALSE, LEDGER_LIGHT_OVERDUE, 3, "3 working days overdue" },
  { "day 2026-03-05 x", FALSE, LEDGER_LIGHT_OVERDUE, 1, "1 working day overdue" },
  { "day 2026-03-01 x", FALSE, LEDGER_LIGHT_OVERDUE, 5, "5 working days overdue" },
  { "day 2026-03-06 x", FALSE, LEDGER_LIGHT_TODAY, 0, "due today" },
  { "day 2026-03-08 x", FALSE, LEDGER_LIGHT_NEAR, 0, "due on 3月8日, a rest day" },
  { "day 2026-03-09 x", FALSE, LEDGER_LIGHT_NEAR, 1, "1 working day left" },
  { "day 2026-03-13 x", FALSE, LEDGER_LIGHT_NEAR, 5, "5 working days left" },
  { "day 2026-03-15 x", FALSE, LEDGER_LIGHT_NEAR, 5, "5 working days left" },
  { "day 2026-03-16 x", FALSE, LEDGER_LIGHT_ON_TIME, 6, "within time" },
  { "month 2026-03-31 3月底", FALSE, LEDGER_LIGHT_ON_TIME, 17, "within time" },
  { "immediate - 立行立改", FALSE, LEDGER_LIGHT_UNDATED, 0, "deadline to be set" },
  { "immediate 2026-03-05 立行立改", FALSE, LEDGER_LIGHT_OVERDUE, 1, "1 working day overdue" },
  { "long_term - 长期坚持", FALSE, LEDGER_LIGHT_LONG_TERM, 0, "long-term" },
  { "long_term 2026-06-30 x", FALSE, LEDGER_LIGHT_LONG_TERM, 82, "long-term, next node 6月30日" },
  { "long_term 2026-03-05 x", FALSE, LEDGER_LIGHT_OVERDUE, 1, "1 working day overdue" },
  { "none - 尽快", FALSE, LEDGER_LIGHT_UNDATED, 0, "deadline to be set" },
  { NULL, FALSE, LEDGER_LIGHT_UNDATED, 0, "deadline to be set" },
  { NULL, TRUE, LEDGER_LIGHT_DONE, 0, "done and finished" },
  { "day 2026-03-03 x", TRUE, LEDGER_LIGHT_DONE, 0, "done and finished" },
};

static void
test_cases (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_new_weekends ();
  LedgerDay today = ledger_day_new (2026, 3, 6);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      int days = -1;
      g_autoptr (LedgerDeadline) deadline =
          c->deadline ? ledger_deadline_from_canonical (c->deadline) : NULL;
      LedgerLight light = ledger_light_compute (deadline, c->done, today, 5, calendar, &days);
      g_assert_cmpstr (ledger_light_get_word (light), ==, ledger_light_get_word (c->light));
      g_assert_cmpint (days, ==, c->days);
      g_autofree char *words = ledger_light_describe (light, days, deadline, today);
      g_assert_cmpstr (words, ==, c->words);
    }
}

/* On Saturday the missed Friday is overdue though no working day has passed. */
static void
test_rest_day_after_due (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_new_weekends ();
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_from_canonical ("day 2026-03-06 x");
  int days = -1;
  LedgerDay saturday = ledger_day_new (2026, 3, 7);
  LedgerLight light = ledger_light_compute (deadline, FALSE, saturday, 5, calendar, &days);
  g_assert_cmpint (light, ==, LEDGER_LIGHT_OVERDUE);
  g_assert_cmpint (days, ==, 0);
  g_autofree char *words = ledger_light_describe (light, days, deadline, saturday);
  g_assert_cmpstr (words, ==, "overdue since the last working day");
}

/* The first week of October 2026 is a holiday: the same distance in days is fewer working days. */
static void
test_holidays (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  g_assert_true (ledger_calendar_knows_year (calendar, 2026));
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_from_canonical ("day 2026-10-09 x");
  int days = -1;
  int expected = 0;
  LedgerDay today = ledger_day_new (2026, 9, 28);
  for (LedgerDay day = today + 1; day <= deadline->day; day++)
    expected += ledger_calendar_is_working (calendar, day);
  LedgerLight light = ledger_light_compute (deadline, FALSE, today, 5, calendar, &days);
  g_assert_cmpint (days, ==, expected);
  g_assert_cmpint (days, <, 9);
  g_assert_cmpint (light, ==, LEDGER_LIGHT_NEAR);
}

/* Against a count of the days one by one, for random dates. */
static void
test_against_counting (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  for (guint i = 0; i < 2000; i++)
    {
      LedgerDay today = ledger_day_new (2025, 6, 1) + g_test_rand_int_range (0, 500);
      LedgerDay due = today + g_test_rand_int_range (-60, 60);
      guint near_days = (guint)g_test_rand_int_range (0, 12);
      g_autoptr (LedgerDeadline) deadline = ledger_deadline_new (LEDGER_PRECISION_DAY, due, "x");
      int working = 0;
      for (LedgerDay day = MIN (today, due) + 1; day <= MAX (today, due); day++)
        working += ledger_calendar_is_working (calendar, day);
      LedgerLight expected = due < today                 ? LEDGER_LIGHT_OVERDUE
                             : due == today              ? LEDGER_LIGHT_TODAY
                             : working <= (int)near_days ? LEDGER_LIGHT_NEAR
                                                         : LEDGER_LIGHT_ON_TIME;
      int days = -1;
      g_assert_cmpint (
          ledger_light_compute (deadline, FALSE, today, near_days, calendar, &days), ==, expected);
      g_assert_cmpint (days, ==, working);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/light/cases", test_cases);
  g_test_add_func ("/light/rest-day-after-due", test_rest_day_after_due);
  g_test_add_func ("/light/holidays", test_holidays);
  g_test_add_func ("/light/against-counting", test_against_counting);
  return g_test_run ();
}
