/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-parts.h"

#define NO LEDGER_DAY_NONE

static const struct
{
  LedgerDateParts parts;
  const char *anchor; /* NULL: none */
  LedgerDateParts before;
  const char *day; /* NULL: none */
  LedgerPrecision precision;
  LedgerDateDoubt doubt;
} dates[] = {
  { { 2026, 3, 5, FALSE, 0, NO }, NULL, { 0 }, "2026-03-05", LEDGER_PRECISION_DAY, 0 },
  { { 2026, 2, 30, FALSE, 0, NO },
    NULL,
    { 0 },
    "2026-02-28",
    LEDGER_PRECISION_DAY,
    LEDGER_DATE_DOUBT_NO_SUCH_DAY },
  { { 2028, 2, LEDGER_DATE_DAY_END, FALSE, 0, NO },
    NULL,
    { 0 },
    "2028-02-29",
    LEDGER_PRECISION_MONTH,
    0 },
  { { 2026, 3, LEDGER_DATE_DAY_EARLY, FALSE, 0, NO },
    NULL,
    { 0 },
    "2026-03-10",
    LEDGER_PRECISION_MONTH,
    0 },
  { { 2026, 3, LEDGER_DATE_DAY_MIDDLE, FALSE, 0, NO },
    NULL,
    { 0 },
    "2026-03-20",
    LEDGER_PRECISION_MONTH,
    0 },
  { { 2026, 3, LEDGER_DATE_DAY_HALF, FALSE, 0, NO },
    NULL,
    { 0 },
    "2026-03-15",
    LEDGER_PRECISION_MONTH,
    0 },
  { { 2026, 0, 0, TRUE, 0, NO }, NULL, { 0 }, "2026-12-31", LEDGER_PRECISION_YEAR, 0 },
  /* no year: the next such day, the one before it in a list, or nothing to go by */
  { { 0, 3, 5, FALSE, 0, NO }, "2026-01-10", { 0 }, "2026-03-05", LEDGER_PRECISION_DAY, 0 },
  { { 0, 3, 5, FALSE, 0, NO }, "2026-11-10", { 0 }, "2027-03-05", LEDGER_PRECISION_DAY, 0 },
  { { 0, 11, 5, FALSE, 0, NO },
    "2026-01-10",
    { 0 },
    "2026-11-05",
    LEDGER_PRECISION_DAY,
    LEDGER_DATE_DOUBT_FAR_YEAR },
  { { 0, 3, 5, FALSE, 0, NO },
    "2026-01-10",
    { 2024, 2, 1, FALSE, 0, NO },
    "2024-03-05",
    LEDGER_PRECISION_DAY,
    0 },
  { { 0, 1, 5, FALSE, 0, NO },
    "2026-01-10",
    { 2024, 12, 1, FALSE, 0, NO },
    "2025-01-05",
    LEDGER_PRECISION_DAY,
    0 },
  { { 0, 3, 5, FALSE, 0, NO },
    NULL,
    { 0 },
    NULL,
    LEDGER_PRECISION_DAY,
    LEDGER_DATE_DOUBT_NO_ANCHOR },
  { { 0, 0, 0, FALSE, 0, NO }, NULL, { 0 }, NULL, LEDGER_PRECISION_DAY, 0 },
};

static void
test_resolve (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const LedgerDay anchor = dates[i].anchor != NULL ? ledger_day_from_iso (dates[i].anchor) : NO;
      LedgerDateParts parts = dates[i].parts;
      const LedgerDatePhrase phrase = ledger_date_parts_resolve (
          &parts, anchor, dates[i].before.year != 0 ? &dates[i].before : NULL);

      g_test_message ("case %u", i);
      g_assert_cmpint (
          phrase.day, ==, dates[i].day != NULL ? ledger_day_from_iso (dates[i].day) : NO);
      g_assert_cmpint (phrase.precision, ==, dates[i].precision);
      g_assert_cmpint (phrase.doubt, ==, dates[i].doubt);
    }
}

static void
test_fixed (void)
{
  LedgerDateParts parts = ledger_date_parts_none ();
  LedgerDatePhrase phrase;

  g_assert_cmpint (parts.fixed, ==, NO);
  parts.fixed = ledger_day_new (2026, 4, 3);
  parts.doubt = LEDGER_DATE_DOUBT_RELATIVE;
  phrase = ledger_date_parts_resolve (&parts, NO, NULL);
  g_assert_cmpint (phrase.day, ==, ledger_day_new (2026, 4, 3));
  g_assert_cmpint (phrase.precision, ==, LEDGER_PRECISION_DAY);
  g_assert_cmpint (phrase.doubt, ==, LEDGER_DATE_DOUBT_RELATIVE);
  g_assert_cmpint (ledger_date_parts_year_of (parts.fixed), ==, 2026);
  g_assert_cmpint (ledger_date_parts_year_of (NO), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-parts/resolve", test_resolve);
  g_test_add_func ("/date-parts/fixed", test_fixed);
  return g_test_run ();
}
