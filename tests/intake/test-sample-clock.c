/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-clock.h"

#define DAY ledger_day_new (2026, 3, 10)

static char *
dup_words (gint64 time)
{
  g_autofree char *day = ledger_day_to_iso (ledger_day_of_time (time));
  g_autofree char *clock = ledger_day_dup_clock (time);

  return g_strdup_printf ("%s %s", day, clock);
}

/* However many moments a day has, they lie in the office's hours, in their order. */
static void
test_hours (void)
{
  for (guint of = 1; of < 60; of++)
    {
      gint64 before = 0;

      for (guint nth = 0; nth < of; nth++)
        {
          LedgerSampleClock clock = { 0 };
          ledger_sample_clock_set (&clock, DAY, nth, of);
          const gint64 time = ledger_sample_clock_peek (&clock);
          g_autofree char *words = dup_words (time);

          g_assert_cmpint (time, >, before);
          before = time;
          g_assert_true (g_str_has_prefix (words, "2026-03-10 "));
          const char *hour = words + strlen ("2026-03-10 ");
          g_assert_true ((g_strcmp0 (hour, "08:30") >= 0 && g_strcmp0 (hour, "12:00") < 0)
                         || (g_strcmp0 (hour, "14:00") >= 0 && g_strcmp0 (hour, "17:30") < 0));
        }
    }
}

/* Each is later than the one before, also where the clock is set back. */
static void
test_later (void)
{
  LedgerSampleClock clock = { 0 };
  gint64 before = 0;

  ledger_sample_clock_set (&clock, DAY, 3, 5);
  for (guint i = 0; i < 20; i++)
    {
      const gint64 expected = ledger_sample_clock_peek (&clock);
      const gint64 told = ledger_sample_clock_tell (&clock);

      g_assert_cmpint (told, ==, expected);
      g_assert_cmpint (told, >, before);
      before = told;
      if (i == 10)
        ledger_sample_clock_set (&clock, DAY, 0, 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-clock/hours", test_hours);
  g_test_add_func ("/sample-clock/later", test_later);
  return g_test_run ();
}
