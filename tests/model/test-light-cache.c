/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-light-cache.h"

static char *
dup_due (LedgerDay day)
{
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_new (LEDGER_PRECISION_DAY, day, "");
  return ledger_deadline_to_canonical (deadline);
}

/* What is looked up is what would be computed, the second time too; done and open are two things,
 * and another day, another number of days make everything anew. */
static void
test_lookup (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  g_autoptr (LedgerLightCache) cache = ledger_light_cache_new ();
  LedgerDay today = ledger_day_new (2026, 3, 10);
  g_autofree char *due = dup_due (ledger_day_new (2026, 3, 12));

  ledger_light_cache_renew (cache, today, 5, calendar);
  const LedgerLightOfDay *open = ledger_light_cache_lookup (cache, due, FALSE);
  g_assert_cmpint (open->light, ==, LEDGER_LIGHT_NEAR);
  g_assert_cmpint (open->day, ==, ledger_day_new (2026, 3, 12));
  g_assert_cmpint (open->days, ==, 2);
  g_assert_true (ledger_light_cache_lookup (cache, due, FALSE) == open);
  g_assert_cmpint (ledger_light_cache_lookup (cache, due, TRUE)->light, ==, LEDGER_LIGHT_DONE);
  g_assert_cmpint (ledger_light_cache_lookup (cache, NULL, FALSE)->light, ==, LEDGER_LIGHT_UNDATED);
  g_assert_cmpint (ledger_light_cache_lookup (cache, NULL, FALSE)->day, ==, LEDGER_DAY_NONE);

  ledger_light_cache_renew (cache, today, 5, calendar);
  g_assert_true (ledger_light_cache_lookup (cache, due, FALSE) == open);
  ledger_light_cache_renew (cache, today, 1, calendar);
  g_assert_cmpint (ledger_light_cache_lookup (cache, due, FALSE)->light, ==, LEDGER_LIGHT_ON_TIME);
  ledger_light_cache_renew (cache, today + 3, 1, calendar);
  g_assert_cmpint (ledger_light_cache_lookup (cache, due, FALSE)->light, ==, LEDGER_LIGHT_OVERDUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/light-cache/lookup", test_lookup);
  return g_test_run ();
}
