/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-clock.h"

#define SECOND G_GINT64_CONSTANT (1000)
#define HALF_DAY (210 * 60) /* seconds of an office's morning, and of its afternoon */
#define MORNING (8 * 60 * 60 + 30 * 60)
#define AFTERNOON (14 * 60 * 60)

void
ledger_sample_clock_set (LedgerSampleClock *clock, LedgerDay day, guint nth, guint of)
{
  const guint width = 2 * HALF_DAY / MAX (of, 1);
  /* Somewhere in its part of the day, for nobody works to the beat. */
  const guint worked =
      MIN (nth, MAX (of, 1) - 1) * width + (nth * 617 + of * 131) % (width / 2 + 1);

  clock->next = ledger_day_to_time (
      day, worked < HALF_DAY ? MORNING + worked : AFTERNOON + (worked - HALF_DAY));
}

gint64
ledger_sample_clock_peek (const LedgerSampleClock *clock)
{
  return MAX (clock->next, clock->last + SECOND);
}

gint64
ledger_sample_clock_tell (gpointer data)
{
  LedgerSampleClock *clock = data;

  clock->last = ledger_sample_clock_peek (clock);
  clock->next = clock->last + (60 + clock->n_told++ * 37 % 120) * SECOND;
  return clock->last;
}
