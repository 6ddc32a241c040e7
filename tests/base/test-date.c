/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date.h"

/* GDate is the oracle, over every valid day. */
static void
test_every_day (void)
{
  g_autoptr (GDate) oracle = g_date_new_dmy (1, 1, 1900);
  const LedgerDay first = ledger_day_new (1900, 1, 1);
  const LedgerDay last = ledger_day_new (9999, 12, 31);

  for (LedgerDay day = first; day <= last; day++, g_date_add_days (oracle, 1))
    {
      int year, month, dom;
      ledger_day_split (day, &year, &month, &dom);
      if (year != g_date_get_year (oracle) || month != (int)g_date_get_month (oracle)
          || dom != g_date_get_day (oracle)
          || ledger_day_weekday (day) != (int)g_date_get_weekday (oracle)
          || ledger_day_new (year, month, dom) != day)
        g_error ("day %d reads as %d-%d-%d", day, year, month, dom);
    }
  g_assert_cmpint (g_date_get_year (oracle), ==, 10000);
}

static void
test_no_such_day (void)
{
  static const int days[][3] = { { 2026, 2, 29 }, { 2100, 2, 29 },  { 2026, 4, 31 },
                                 { 2026, 13, 1 }, { 2026, 0, 1 },   { 2026, 1, 0 },
                                 { 2026, 1, 32 }, { 1899, 12, 31 }, { 10000, 1, 1 },
                                 { 0, 0, 0 } };
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (ledger_day_new (days[i][0], days[i][1], days[i][2]), ==, LEDGER_DAY_NONE);
  g_assert_cmpint (ledger_day_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (ledger_day_new (2000, 2, 29), ==, 11016);
}

static void
test_iso (void)
{
  g_autofree char *iso = ledger_day_to_iso (ledger_day_new (2026, 3, 5));
  g_assert_cmpstr (iso, ==, "2026-03-05");
  g_assert_cmpint (ledger_day_from_iso (iso), ==, ledger_day_new (2026, 3, 5));
  g_assert_null (ledger_day_to_iso (LEDGER_DAY_NONE));

  static const char *const wrong[] = {
    "",           "2026-3-5",   "2026-03-5",          "2026/03/05",
    "20260305",   "2026-02-30", "2026-03-05 ",        " 2026-03-05",
    "2026-03-0a", "+026-03-05", "2026-03-05T00:00:00"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (ledger_day_from_iso (wrong[i]), ==, LEDGER_DAY_NONE);
  g_assert_cmpint (ledger_day_from_iso (NULL), ==, LEDGER_DAY_NONE);
}

typedef struct
{
  const char *from;
  int months;
  const char *expected; /* NULL: no such day */
} MonthCase;

static void
test_months (void)
{
  static const MonthCase cases[] = {
    { "2026-01-31", 1, "2026-02-28" },  { "2024-01-31", 1, "2024-02-29" },
    { "2026-03-31", -1, "2026-02-28" }, { "2026-10-15", 3, "2027-01-15" },
    { "2026-01-15", -1, "2025-12-15" }, { "2024-02-29", 12, "2025-02-28" },
    { "2026-08-31", 0, "2026-08-31" },  { "9999-12-01", 1, NULL },
    { "1900-01-01", -1, NULL },         { "2026-01-01", G_MAXINT, NULL },
    { "2026-01-01", G_MININT, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerDay day = ledger_day_add_months (ledger_day_from_iso (cases[i].from), cases[i].months);
      g_autofree char *iso = ledger_day_to_iso (day);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
  g_assert_cmpint (ledger_day_add_months (LEDGER_DAY_NONE, 1), ==, LEDGER_DAY_NONE);
  g_assert_cmpint (ledger_day_end_of_month (2024, 2), ==, ledger_day_new (2024, 2, 29));
  g_assert_cmpint (ledger_day_end_of_month (2024, 13), ==, LEDGER_DAY_NONE);
}

static void
test_words (void)
{
  LedgerDay day = ledger_day_new (2026, 3, 5);
  g_autofree char *here = ledger_day_to_words (day, ledger_day_new (2026, 12, 31));
  g_autofree char *later = ledger_day_to_words (day, ledger_day_new (2027, 1, 1));
  g_autofree char *never = ledger_day_to_words (day, LEDGER_DAY_NONE);
  g_assert_cmpstr (here, ==, "3月5日");
  g_assert_cmpstr (later, ==, "2026年3月5日");
  g_assert_cmpstr (never, ==, "2026年3月5日");
  g_assert_null (ledger_day_to_words (LEDGER_DAY_NONE, day));
}

static void
test_today (void)
{
  g_setenv ("ZHENGGAI_TODAY", "2026-09-30", TRUE);
  g_assert_cmpint (ledger_day_today (), ==, ledger_day_new (2026, 9, 30));
  g_setenv ("ZHENGGAI_TODAY", "soon", TRUE);
  g_assert_cmpint (ledger_day_today (), >, ledger_day_new (2020, 1, 1));
  g_unsetenv ("ZHENGGAI_TODAY");
}

/* Midnight is Beijing's, whatever the PC is set to; also before 1970. */
static void
test_of_time (void)
{
  const gint64 midnight = (gint64)ledger_day_new (2026, 3, 5) * 86400000 - 8 * 3600 * 1000;

  g_assert_cmpint (ledger_day_of_time (midnight), ==, ledger_day_new (2026, 3, 5));
  g_assert_cmpint (ledger_day_of_time (midnight - 1), ==, ledger_day_new (2026, 3, 4));
  g_assert_cmpint (ledger_day_of_time (midnight + 86399999), ==, ledger_day_new (2026, 3, 5));
  g_assert_cmpint (ledger_day_of_time (-8 * 3600 * 1000 - 1), ==, ledger_day_new (1969, 12, 31));
}

static void
check_clock (gint64 time, const char *expected)
{
  g_autofree char *clock = ledger_day_dup_clock (time);

  g_assert_cmpstr (clock, ==, expected);
}

/* The same wall for a day's times there and back. */
static void
test_clock (void)
{
  const LedgerDay day = ledger_day_new (2026, 3, 5);

  check_clock (ledger_day_to_time (day, 0), "00:00");
  check_clock (ledger_day_to_time (day, 0) - 1, "23:59");
  check_clock (ledger_day_to_time (day, 9 * 3600 + 31 * 60 + 59), "09:31");
  check_clock (-8 * 3600 * 1000 - 1, "23:59");
  g_assert_cmpint (ledger_day_of_time (ledger_day_to_time (day, 0)), ==, day);
  g_assert_cmpint (ledger_day_of_time (ledger_day_to_time (day, 86399)), ==, day);
  g_assert_cmpint (ledger_day_of_time (ledger_day_to_time (-40, 0)), ==, -40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/no-such-day", test_no_such_day);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/months", test_months);
  g_test_add_func ("/date/words", test_words);
  g_test_add_func ("/date/today", test_today);
  g_test_add_func ("/date/of-time", test_of_time);
  g_test_add_func ("/date/clock", test_clock);
  return g_test_run ();
}
