/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-time-line.h"

#include <math.h>

/* A day's number needs this much room, a week's first day that much. */
#define DAY_ROOM 18.0
#define WEEK_ROOM 5.0

double
ledger_time_line_x (const LedgerTimeLine *line, LedgerDay day)
{
  return (day - line->first) * line->per_day;
}

LedgerDay
ledger_time_line_day (const LedgerTimeLine *line, double x)
{
  return line->first + (LedgerDay)floor (x / line->per_day);
}

double
ledger_time_line_width (const LedgerTimeLine *line)
{
  return (line->last - line->first + 1) * line->per_day;
}

double
ledger_time_line_fit (const LedgerTimeLine *line, double width)
{
  return CLAMP (
      width / (line->last - line->first + 1), LEDGER_TIME_LINE_LEAST, LEDGER_TIME_LINE_MOST);
}

void
ledger_time_line_zoom (LedgerTimeLine *line, double per_day)
{
  line->per_day = CLAMP (per_day, LEDGER_TIME_LINE_LEAST, LEDGER_TIME_LINE_MOST);
}

LedgerTick
ledger_time_line_get_tick (const LedgerTimeLine *line)
{
  if (line->per_day >= DAY_ROOM)
    return LEDGER_TICK_DAY;
  return line->per_day >= WEEK_ROOM ? LEDGER_TICK_WEEK : LEDGER_TICK_MONTH;
}

LedgerDay
ledger_time_line_next_tick (LedgerTick tick, LedgerDay day)
{
  int year, month, dom;

  if (tick == LEDGER_TICK_DAY)
    return day;
  if (tick == LEDGER_TICK_WEEK)
    return day + (8 - ledger_day_weekday (day)) % 7;
  ledger_day_split (day, &year, &month, &dom);
  return dom == 1 ? day : ledger_day_end_of_month (year, month) + 1;
}
