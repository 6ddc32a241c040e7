/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-reading.h"

/* Today is Tuesday, 2026-03-10. */
static const struct
{
  const char *typed;
  const char *iso; /* NULL: no day */
  gboolean readable;
} cases[] = {
  { "1个月内", "2026-04-10", TRUE },  { "12.31", "2026-12-31", TRUE },
  { "1.1", "2026-01-01", TRUE },      { "12月底", "2026-12-31", TRUE },
  { "3.5", "2026-03-05", TRUE },      { "3月5日", "2026-03-05", TRUE },
  { "0305", "2026-03-05", TRUE },     { "1231", "2026-12-31", TRUE },
  { "3月底", "2026-03-31", TRUE },    { "月底", "2026-03-31", TRUE },
  { "下月底", "2026-04-30", TRUE },   { "今天", "2026-03-10", TRUE },
  { "明天", "2026-03-11", TRUE },     { "周五", "2026-03-13", TRUE },
  { "下周五", "2026-03-20", TRUE },   { "下星期日", "2026-03-22", TRUE },
  { "下下周一", "2026-03-23", TRUE }, { "+5", "2026-03-17", TRUE },
  { "＋1", "2026-03-11", TRUE },      { "+0", "2026-03-10", TRUE },
  { " 3.5 ", "2026-03-05", TRUE },    { "立行立改", NULL, TRUE },
  { "长期坚持", NULL, TRUE },         { "下周八", NULL, FALSE },
  { "不知道", NULL, FALSE },          { "", NULL, FALSE },
};

static void
test_table (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_new_weekends ();
  const LedgerDay today = ledger_day_new (2026, 3, 10);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerDateReading) reading =
          ledger_date_reading_new (cases[i].typed, today, calendar, FALSE);
      g_autofree char *iso =
          reading->deadline != NULL ? ledger_day_to_iso (reading->deadline->day) : NULL;

      g_test_message ("“%s” gives “%s”", cases[i].typed, reading->text);
      g_assert_cmpint (reading->deadline != NULL, ==, cases[i].readable);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpint (reading->text != NULL, ==, cases[i].readable);
    }
}

static void
test_rest_day (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_new_weekends ();
  const LedgerDay today = ledger_day_new (2026, 3, 2);
  g_autoptr (LedgerDateReading) saturday = ledger_date_reading_new ("3.7", today, calendar, FALSE);
  g_autoptr (LedgerDateReading) friday = ledger_date_reading_new ("3.6", today, calendar, FALSE);

  g_assert_cmpint (saturday->suggestion, ==, ledger_day_new (2026, 3, 6));
  g_assert_cmpint (friday->suggestion, ==, LEDGER_DAY_NONE);
}

/* A fact lies in the past and may have been on a day of rest. */
static void
test_fact (void)
{
  const struct
  {
    const char *typed;
    const char *as_plan;
    const char *as_fact;
  } facts[] = {
    { "3.7", "2026-03-07", "2026-03-07" },      { "3.10", "2026-03-10", "2026-03-10" },
    { "11.20", "2026-11-20", "2025-11-20" },    { "12月31日", "2026-12-31", "2025-12-31" },
    { "1120", "2026-11-20", "2025-11-20" },     { "3.11", "2026-03-11", "2025-03-11" },
    { "2027.1.2", "2027-01-02", "2027-01-02" },
  };
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_new_weekends ();
  const LedgerDay today = ledger_day_new (2026, 3, 10);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (LedgerDateReading) plan =
          ledger_date_reading_new (facts[i].typed, today, calendar, FALSE);
      g_autoptr (LedgerDateReading) fact =
          ledger_date_reading_new (facts[i].typed, today, calendar, TRUE);
      g_autofree char *planned = ledger_day_to_iso (plan->deadline->day);
      g_autofree char *was = ledger_day_to_iso (fact->deadline->day);

      g_assert_cmpstr (planned, ==, facts[i].as_plan);
      g_assert_cmpstr (was, ==, facts[i].as_fact);
      g_assert_cmpint (fact->suggestion, ==, LEDGER_DAY_NONE);
    }
}

/* Every short form names a day that a person gets again from its own words. */
static void
test_words (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_new_weekends ();
  const LedgerDay today = ledger_day_new (2026, 3, 10);

  for (guint n = 0; n < 300; n++)
    {
      g_autofree char *typed = g_strdup_printf ("+%u", n);
      g_autoptr (LedgerDateReading) reading =
          ledger_date_reading_new (typed, today, calendar, FALSE);
      g_autoptr (LedgerDateReading) again =
          ledger_date_reading_new (reading->deadline->words, today, calendar, FALSE);

      g_assert_cmpint (again->deadline->day, ==, reading->deadline->day);
      g_assert_cmpint (
          ledger_calendar_working_days_between (calendar, today, reading->deadline->day), ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-reading/table", test_table);
  g_test_add_func ("/date-reading/rest-day", test_rest_day);
  g_test_add_func ("/date-reading/fact", test_fact);
  g_test_add_func ("/date-reading/words", test_words);
  return g_test_run ();
}
