/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-relative.h"

/* 2026-03-10 is a Tuesday. */
static void
test_read (void)
{
  const struct
  {
    const char *text;
    const char *day; /* as resolved; NULL: nothing is read */
    LedgerDateDoubt doubt;
    const char *rest;
  } cases[] = {
    { "年底前", "2026-12-31", LEDGER_DATE_DOUBT_RELATIVE, "前" },
    { "今年年底", "2026-12-31", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "明年3月", "2027-03-31", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "后年6月1日", "2028-06-01", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "月底", "2026-03-31", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "本月20日", "2026-03-20", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "下月底", "2026-04-30", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "下周五", "2026-03-20", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "本周日", "2026-03-15", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "3个月内", "2026-06-10", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "半年内", "2026-09-10", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "30天内", "2026-04-09", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "2周内", "2026-03-24", LEDGER_DATE_DOUBT_RELATIVE, "" },
    { "3个月", NULL, 0, "3个月" },
    { "2026年3月5日", NULL, 0, "2026年3月5日" },
    { "周五", NULL, 0, "周五" },
    { "", NULL, 0, "" },
  };
  const LedgerDay anchor = ledger_day_new (2026, 3, 10);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *at = cases[i].text;
      LedgerDateParts parts;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (
          ledger_date_relative_read (&at, anchor, 2026, &parts), ==, cases[i].day != NULL);
      g_assert_cmpstr (at, ==, cases[i].rest);
      if (cases[i].day == NULL)
        continue;
      g_assert_cmpint (ledger_date_parts_resolve (&parts, anchor, NULL).day,
                       ==,
                       ledger_day_from_iso (cases[i].day));
      g_assert_cmpint (parts.doubt, ==, cases[i].doubt);
    }
}

/* Without an anchor there is nothing to count from; working days have no date without a calendar.
 */
static void
test_no_anchor (void)
{
  const char *const texts[] = { "年底", "明年3月", "下月底", "下周五" };
  const char *span = "3个月内";
  const char *working = "15个工作日内";
  LedgerDateParts parts;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *at = texts[i];

      g_assert_false (ledger_date_relative_read (&at, LEDGER_DAY_NONE, 0, &parts));
      g_assert_true (at == texts[i]);
    }
  g_assert_true (ledger_date_relative_read (&span, LEDGER_DAY_NONE, 0, &parts));
  g_assert_cmpint (parts.doubt, ==, LEDGER_DATE_DOUBT_NO_ANCHOR);
  g_assert_cmpint (parts.fixed, ==, LEDGER_DAY_NONE);
  g_assert_true (ledger_date_relative_read (&working, ledger_day_new (2026, 3, 10), 2026, &parts));
  g_assert_cmpint (parts.doubt, ==, LEDGER_DATE_DOUBT_WORKING_DAYS);
  g_assert_cmpint (parts.fixed, ==, LEDGER_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-relative/read", test_read);
  g_test_add_func ("/date-relative/no-anchor", test_no_anchor);
  return g_test_run ();
}
