/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-phrase.h"

/* "day 2026-03-05, month 2026-03-31" in the order in which they stand. */
static char *
find (const char *text, LedgerDay anchor)
{
  g_autoptr (GArray) phrases = ledger_date_phrase_find_all (text, anchor);
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < phrases->len; i++)
    {
      const LedgerDatePhrase *phrase = &g_array_index (phrases, LedgerDatePhrase, i);
      g_autofree char *iso = ledger_day_to_iso (phrase->day);
      g_string_append_printf (list,
                              "%s%s %s",
                              i ? ", " : "",
                              phrase->precision == LEDGER_PRECISION_DAY     ? "day"
                              : phrase->precision == LEDGER_PRECISION_MONTH ? "month"
                                                                            : "year",
                              iso ? iso : "-");
    }
  return g_string_free (list, FALSE);
}

static void
test_all_that_stand_there (void)
{
  static const struct
  {
    const char *text;
    const char *dates;
  } cases[] = {
    { "尽快", "" },
    { "2026年3月5日", "day 2026-03-05" },
    { "2026年3月5日完成修订，4月底前印发", "day 2026-03-05, month 2026-04-30" },
    { "措施1：3月5日；措施2：年底", "day 2026-03-05, year 2026-12-31" },
    { "2026年1月1日至3月31日", "day 2026-03-31" },
    { "2025年11月-2026年2月、4月", "month 2026-02-28, month 2026-04-30" },
    { "2025年12月5日、1月10日", "day 2025-12-05, day 2026-01-10" },
    { "投入3.5万元，2026.4.1前到位", "day 2026-04-01" },
    { "第3次会议前", "" },
    { "15个工作日内", "day -" },
    { "99999999", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dates = find (cases[i].text, ledger_day_new (2026, 1, 10));
      if (g_strcmp0 (dates, cases[i].dates) != 0)
        g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (dates, ==, cases[i].dates);
    }
}

static void
test_doubts (void)
{
  static const struct
  {
    const char *text;
    LedgerDateDoubt doubt;
  } cases[] = {
    { "3月5日", LEDGER_DATE_DOUBT_NONE },
    { "2月30日", LEDGER_DATE_DOUBT_NO_SUCH_DAY },
    { "3-5", LEDGER_DATE_DOUBT_AMBIGUOUS },
    { "3个月内", LEDGER_DATE_DOUBT_RELATIVE },
    { "15个工作日", LEDGER_DATE_DOUBT_WORKING_DAYS },
    { "46086", LEDGER_DATE_DOUBT_SERIAL },
    { "11月5日", LEDGER_DATE_DOUBT_FAR_YEAR },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) phrases =
          ledger_date_phrase_find_all (cases[i].text, ledger_day_new (2026, 1, 10));
      g_assert_cmpuint (phrases->len, ==, 1);
      g_assert_cmpint (g_array_index (phrases, LedgerDatePhrase, 0).doubt, ==, cases[i].doubt);
    }
  g_autoptr (GArray) unanchored = ledger_date_phrase_find_all ("3月5日", LEDGER_DAY_NONE);
  g_assert_cmpint (
      g_array_index (unanchored, LedgerDatePhrase, 0).doubt, ==, LEDGER_DATE_DOUBT_NO_ANCHOR);
}

/* A sheet's day numbers over a century, against counting from one that is known. */
static void
test_serials (void)
{
  LedgerDay known = ledger_day_new (2026, 3, 5) - 46086;
  for (int serial = 36526; serial <= 73050; serial += 97)
    {
      g_autofree char *text = g_strdup_printf ("%d", serial);
      g_autoptr (GArray) phrases = ledger_date_phrase_find_all (text, LEDGER_DAY_NONE);
      g_assert_cmpuint (phrases->len, ==, 1);
      g_assert_cmpint (g_array_index (phrases, LedgerDatePhrase, 0).day, ==, known + serial);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-phrase/all", test_all_that_stand_there);
  g_test_add_func ("/date-phrase/doubts", test_doubts);
  g_test_add_func ("/date-phrase/serials", test_serials);
  return g_test_run ();
}
