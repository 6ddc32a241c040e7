/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-parts.h"

#define FAR_DAYS 183

LedgerDateParts
ledger_date_parts_none (void)
{
  return (LedgerDateParts){ .fixed = LEDGER_DAY_NONE };
}

int
ledger_date_parts_year_of (LedgerDay anchor)
{
  int year = 0;
  if (anchor != LEDGER_DAY_NONE)
    ledger_day_split (anchor, &year, NULL, NULL);
  return year;
}

static int
last_day (int year, int month)
{
  int day = 0;
  ledger_day_split (ledger_day_end_of_month (year, month), NULL, NULL, &day);
  return day;
}

static LedgerDay
day_in_year (LedgerDateParts *parts, int year)
{
  int day = parts->day;
  if (parts->whole_year)
    return ledger_day_new (year, 12, 31);
  if (day == LEDGER_DATE_DAY_EARLY)
    day = 10;
  else if (day == LEDGER_DATE_DAY_MIDDLE)
    day = 20;
  else if (day == LEDGER_DATE_DAY_HALF)
    day = 15;
  else if (day == LEDGER_DATE_DAY_END)
    day = last_day (year, parts->month);
  else if (day > last_day (year, parts->month))
    {
      parts->doubt = LEDGER_DATE_DOUBT_NO_SUCH_DAY;
      day = last_day (year, parts->month);
    }
  return ledger_day_new (year, parts->month, day);
}

/* No year written: that of the date before it in a range or list, else the nearest after ANCHOR. */
static LedgerDay
day_without_year (LedgerDateParts *parts, LedgerDay anchor, const LedgerDateParts *before)
{
  int year = ledger_date_parts_year_of (anchor);
  if (before && before->year)
    {
      parts->year = before->year;
      if (parts->month < before->month)
        parts->year++;
      return day_in_year (parts, parts->year);
    }
  if (year == 0)
    {
      parts->doubt = LEDGER_DATE_DOUBT_NO_ANCHOR;
      return LEDGER_DAY_NONE;
    }
  LedgerDateDoubt doubt = parts->doubt;
  LedgerDay day = day_in_year (parts, year);
  if (day < anchor)
    {
      parts->doubt = doubt;
      day = day_in_year (parts, year + 1);
    }
  if (parts->doubt == LEDGER_DATE_DOUBT_NONE && day - anchor > FAR_DAYS)
    parts->doubt = LEDGER_DATE_DOUBT_FAR_YEAR;
  return day;
}

LedgerDatePhrase
ledger_date_parts_resolve (LedgerDateParts *parts, LedgerDay anchor, const LedgerDateParts *before)
{
  LedgerDatePhrase phrase = { .day = parts->fixed, .precision = LEDGER_PRECISION_DAY };
  gboolean dated = parts->whole_year || parts->month != 0;
  if (parts->fixed == LEDGER_DAY_NONE && dated)
    phrase.day =
        parts->year ? day_in_year (parts, parts->year) : day_without_year (parts, anchor, before);
  if (parts->whole_year)
    phrase.precision = LEDGER_PRECISION_YEAR;
  else if (parts->fixed == LEDGER_DAY_NONE && parts->day >= LEDGER_DATE_DAY_END)
    phrase.precision = LEDGER_PRECISION_MONTH;
  phrase.doubt = parts->doubt;
  return phrase;
}
