/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-written.h"

static void
test_read (void)
{
  const struct
  {
    const char *text;
    int year, month, day; /* year -1: nothing is read */
    gboolean whole_year;
    const char *rest;
  } cases[] = {
    { "2026年3月5日前", 2026, 3, 5, FALSE, "前" },
    { "2026年3月", 2026, 3, LEDGER_DATE_DAY_END, FALSE, "" },
    { "2026年3月底前", 2026, 3, LEDGER_DATE_DAY_END, FALSE, "前" },
    { "2026年3月上旬", 2026, 3, LEDGER_DATE_DAY_EARLY, FALSE, "" },
    { "2026年底", 2026, 0, LEDGER_DATE_DAY_END, TRUE, "" },
    { "2026年度", 2026, 0, LEDGER_DATE_DAY_END, TRUE, "" },
    { "2026年3季度", 2026, 9, LEDGER_DATE_DAY_END, FALSE, "" },
    { "26年3月5日", 2026, 3, 5, FALSE, "" },
    { "2026.3.5", 2026, 3, 5, FALSE, "" },
    { "2026/03/05", 2026, 3, 5, FALSE, "" },
    { "2026-3", 2026, 3, LEDGER_DATE_DAY_END, FALSE, "" },
    { "26.3.5", 2026, 3, 5, FALSE, "" },
    { "20260305", 2026, 3, 5, FALSE, "" },
    { "202603", 2026, 3, LEDGER_DATE_DAY_END, FALSE, "" },
    { "0305", 0, 3, 5, FALSE, "" },
    { "3月5日", 0, 3, 5, FALSE, "" },
    { "3-5月", 0, 5, LEDGER_DATE_DAY_END, FALSE, "" },
    { "3.5", 0, 3, 5, FALSE, "" },
    { "上半年", 0, 6, LEDGER_DATE_DAY_END, FALSE, "" },
    { "第3季度", 0, 9, LEDGER_DATE_DAY_END, FALSE, "" },
    /* what only looks like a date */
    { "3.5万元", -1, 0, 0, FALSE, "3.5万元" },
    { "13月5日", -1, 0, 0, FALSE, "13月5日" },
    { "99999999", -1, 0, 0, FALSE, "99999999" },
    { "办公室", -1, 0, 0, FALSE, "办公室" },
    { "", -1, 0, 0, FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *at = cases[i].text;
      LedgerDateParts parts;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ledger_date_written_read (&at, &parts), ==, cases[i].year >= 0);
      g_assert_cmpstr (at, ==, cases[i].rest);
      if (cases[i].year < 0)
        continue;
      g_assert_cmpint (parts.year, ==, cases[i].year);
      g_assert_cmpint (parts.month, ==, cases[i].month);
      g_assert_cmpint (parts.whole_year, ==, cases[i].whole_year);
      g_assert_true (parts.whole_year || parts.day == cases[i].day);
      g_assert_cmpint (parts.fixed, ==, LEDGER_DAY_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-written/read", test_read);
  return g_test_run ();
}
