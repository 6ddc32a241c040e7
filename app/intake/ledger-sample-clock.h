/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date.h"

G_BEGIN_DECLS

/* The times that the sample's edits claim: the office's hours (8:30–12:00, 14:00–17:30), each later
 * than the one before. Nothing of it is left to chance. Zero is a clock that was not set. */
typedef struct
{
  gint64 last; /* told before, UTC milliseconds */
  gint64 next; /* the earliest that is told next */
  guint n_told;
} LedgerSampleClock;

/* The next time is moment NTH, from 0, of the OF that DAY has. */
void ledger_sample_clock_set (LedgerSampleClock *clock, LedgerDay day, guint nth, guint of);
/* What is told next, without telling it. */
gint64 ledger_sample_clock_peek (const LedgerSampleClock *clock);
/* A LedgerClock of a LedgerSampleClock: one to three minutes pass with each. */
gint64 ledger_sample_clock_tell (gpointer clock);

G_END_DECLS
