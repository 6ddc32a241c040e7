/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date.h"

G_BEGIN_DECLS

/* Days to pixels and back: the scale of a time line. Plain data, pure. */
typedef struct
{
  LedgerDay first;
  LedgerDay last; /* both shown */
  double per_day; /* pixels */
} LedgerTimeLine;

#define LEDGER_TIME_LINE_LEAST 0.5
#define LEDGER_TIME_LINE_MOST 60.0

double ledger_time_line_x (const LedgerTimeLine *line, LedgerDay day); /* its left edge */
LedgerDay ledger_time_line_day (const LedgerTimeLine *line, double x);
double ledger_time_line_width (const LedgerTimeLine *line);
/* The scale at which the whole line fits into WIDTH. */
double ledger_time_line_fit (const LedgerTimeLine *line, double width);
/* PER_DAY within the limits. */
void ledger_time_line_zoom (LedgerTimeLine *line, double per_day);

/* The lower tier of the axis at this scale. */
typedef enum
{
  LEDGER_TICK_DAY,
  LEDGER_TICK_WEEK,
  LEDGER_TICK_MONTH,
} LedgerTick;
LedgerTick ledger_time_line_get_tick (const LedgerTimeLine *line);
/* The first tick at or after DAY. */
LedgerDay ledger_time_line_next_tick (LedgerTick tick, LedgerDay day);

G_END_DECLS
