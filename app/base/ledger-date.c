/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date.h"

#include <string.h>

#define DAYS_PER_ERA 146097      /* 400 years */
#define DAYS_BEFORE_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */
#define FIRST_YEAR 1900
#define LAST_YEAR 9999
#define DAY_MS G_GINT64_CONSTANT (86400000)
#define OFFICE_MS (G_GINT64_CONSTANT (60000) * LEDGER_OFFICE_ZONE)

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_length (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  return month == 2 && is_leap (year) ? 29 : lengths[month - 1];
}

/* Counts years from March, so that the leap day is a year's last and needs no case of its own. */
LedgerDay
ledger_day_new (int year, int month, int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
      || day > month_length (year, month))
    return LEDGER_DAY_NONE;

  int march_year = month > 2 ? year : year - 1;
  int march_month = (month + 9) % 12;
  int era = march_year / 400;
  int year_of_era = march_year % 400;
  int day_of_year = (153 * march_month + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_PER_ERA + day_of_era - DAYS_BEFORE_EPOCH;
}

void
ledger_day_split (LedgerDay day, int *year, int *month, int *dom)
{
  int y = 0, m = 0, d = 0;

  if (day != LEDGER_DAY_NONE)
    {
      int shifted = day + DAYS_BEFORE_EPOCH;
      int era = shifted / DAYS_PER_ERA;
      int day_of_era = shifted % DAYS_PER_ERA;
      int year_of_era =
          (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
      int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
      int march_month = (5 * day_of_year + 2) / 153;
      d = day_of_year - (153 * march_month + 2) / 5 + 1;
      m = march_month < 10 ? march_month + 3 : march_month - 9;
      y = year_of_era + era * 400 + (m <= 2);
    }
  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (dom != NULL)
    *dom = d;
}

int
ledger_day_weekday (LedgerDay day)
{
  g_return_val_if_fail (day != LEDGER_DAY_NONE, 1);
  /* Day 0 was a Thursday. */
  int since_monday = (day % 7 + 7 + 3) % 7;
  return since_monday + 1;
}

LedgerDay
ledger_day_today (void)
{
  LedgerDay chosen = ledger_day_from_iso (g_getenv ("ZHENGGAI_TODAY"));
  if (chosen != LEDGER_DAY_NONE)
    return chosen;

  return ledger_day_of_time (g_get_real_time () / 1000);
}

LedgerDay
ledger_day_of_time (gint64 milliseconds)
{
  gint64 local = milliseconds + OFFICE_MS;
  gint64 day = local / DAY_MS;
  return (LedgerDay)(local % DAY_MS < 0 ? day - 1 : day);
}

gint64
ledger_day_to_time (LedgerDay day, guint second)
{
  return day * DAY_MS + second * G_GINT64_CONSTANT (1000) - OFFICE_MS;
}

char *
ledger_day_dup_clock (gint64 milliseconds)
{
  gint64 since = milliseconds - ledger_day_to_time (ledger_day_of_time (milliseconds), 0);
  int minute = (int)(since / 60000);

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

LedgerDay
ledger_day_add_months (LedgerDay day, int months)
{
  if (day == LEDGER_DAY_NONE)
    return LEDGER_DAY_NONE;

  int year, month, dom;
  ledger_day_split (day, &year, &month, &dom);
  gint64 count = (gint64)year * 12 + (month - 1) + months;
  if (count < FIRST_YEAR * 12 || count >= (LAST_YEAR + 1) * 12)
    return LEDGER_DAY_NONE;

  year = (int)(count / 12);
  month = (int)(count % 12) + 1;
  return ledger_day_new (year, month, MIN (dom, month_length (year, month)));
}

LedgerDay
ledger_day_end_of_month (int year, int month)
{
  if (month < 1 || month > 12)
    return LEDGER_DAY_NONE;
  return ledger_day_new (year, month, month_length (year, month));
}

char *
ledger_day_to_iso (LedgerDay day)
{
  if (day == LEDGER_DAY_NONE)
    return NULL;

  int year, month, dom;
  ledger_day_split (day, &year, &month, &dom);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, dom);
}

static int
digits (const char *text, int count)
{
  int number = 0;
  for (int i = 0; i < count; i++)
    number = number * 10 + g_ascii_digit_value (text[i]);
  return number;
}

LedgerDay
ledger_day_from_iso (const char *text)
{
  static const char shape[] = "dddd-dd-dd";

  if (text == NULL || strlen (text) != strlen (shape))
    return LEDGER_DAY_NONE;
  for (gsize i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return LEDGER_DAY_NONE;
  return ledger_day_new (digits (text, 4), digits (text + 5, 2), digits (text + 8, 2));
}

/* The form is that of office papers and not a matter of translation. */
char *
ledger_day_to_words (LedgerDay day, LedgerDay today)
{
  if (day == LEDGER_DAY_NONE)
    return NULL;

  int year, month, dom, this_year;
  ledger_day_split (day, &year, &month, &dom);
  ledger_day_split (today, &this_year, NULL, NULL);
  if (year == this_year)
    return g_strdup_printf ("%d月%d日", month, dom);
  return g_strdup_printf ("%d年%d月%d日", year, month, dom);
}
