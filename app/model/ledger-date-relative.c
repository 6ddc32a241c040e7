/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-relative.h"

#include <string.h>

#include "ledger-date-cursor.h"
#include "ledger-date-written.h"

static int
anchor_month (LedgerDay anchor)
{
  int month = 0;
  if (anchor != LEDGER_DAY_NONE)
    ledger_day_split (anchor, NULL, &month, NULL);
  return month;
}

/* 年底, 今年, 明年3月, 次年, 月底, 下月底. */
static gboolean
read_named (const char **at, int base_year, LedgerDateParts *parts)
{
  static const struct
  {
    const char *word;
    int years;
  } years[] = { { "今年", 0 }, { "本年", 0 }, { "当年", 0 }, { "明年", 1 },
                { "次年", 1 }, { "翌年", 1 }, { "后年", 2 } };
  static const char *const year_ends[] = { "年底", "年末", "年内", "年终", NULL };
  if (base_year == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    if (ledger_date_take (at, years[i].word))
      {
        parts->year = base_year + years[i].years;
        parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
        ledger_date_take (at, "年"); /* 今年年底 */
        ledger_date_written_take_after_year (at, parts);
        return TRUE;
      }
  if (!ledger_date_take_any (at, year_ends))
    return FALSE;
  parts->year = base_year;
  parts->whole_year = TRUE;
  parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
  return TRUE;
}

static gboolean
read_named_month (const char **from, LedgerDay anchor, LedgerDateParts *parts)
{
  static const char *const this_month[] = { "本月", "当月", NULL };
  static const char *const next_month[] = { "下个月", "下月", "次月", NULL };
  const char *at = *from;
  int month = anchor_month (anchor);
  int offset = ledger_date_take_any (&at, next_month) ? 1 : 0;
  if (month == 0)
    return FALSE;
  if (offset == 0 && !ledger_date_take_any (&at, this_month))
    {
      if (!g_str_has_prefix (at, "月底") && !g_str_has_prefix (at, "月末"))
        return FALSE;
      at += strlen ("月");
    }
  parts->year = ledger_date_parts_year_of (anchor) + (month + offset > 12 ? 1 : 0);
  parts->month = (month + offset - 1) % 12 + 1;
  parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
  ledger_date_written_take_day_of_month (&at, parts);
  *from = at;
  return TRUE;
}

static gboolean
read_weekday (const char **from, LedgerDay anchor, LedgerDateParts *parts)
{
  static const char *const names[] = { "一", "二", "三", "四", "五", "六", "日", "天", NULL };
  const char *at = *from;
  int weeks = ledger_date_take (&at, "下")                                   ? 1
              : ledger_date_take (&at, "本") || ledger_date_take (&at, "这") ? 0
                                                                             : -1;
  if (anchor == LEDGER_DAY_NONE || weeks < 0
      || (!ledger_date_take (&at, "周") && !ledger_date_take (&at, "星期")))
    return FALSE;
  for (int i = 0; names[i]; i++)
    if (ledger_date_take (&at, names[i]))
      {
        int monday = anchor - (ledger_day_weekday (anchor) - 1);
        parts->fixed = monday + weeks * 7 + MIN (i, 6);
        parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
        *from = at;
        return TRUE;
      }
  return FALSE;
}

/* 3个月内, 半年内, 30天内, 15个工作日内. */
static gboolean
read_span (const char **from, LedgerDay anchor, LedgerDateParts *parts)
{
  static const struct
  {
    const char *word;
    int months;
    int days;
  } units[] = { { "个工作日", 0, 0 }, { "工作日", 0, 0 }, { "个月", 1, 0 },
                { "年", 12, 0 },      { "周", 0, 7 },     { "个星期", 0, 7 },
                { "天", 0, 1 },       { "日", 0, 1 },     { "个自然日", 0, 1 } };
  static const char *const inside[] = { "以内", "之内", "内", NULL };
  const char *at = *from;
  int number = 0;
  gboolean half_year = ledger_date_take (&at, "半年");
  guint unit = 0;
  if (half_year)
    number = 6, unit = 2;
  else if (!ledger_date_take_number (&at, 1, 3, &number))
    return FALSE;
  while (!half_year && unit < G_N_ELEMENTS (units) && !ledger_date_take (&at, units[unit].word))
    unit++;
  if (unit == G_N_ELEMENTS (units)
      || (!ledger_date_take_any (&at, inside) && units[unit].months + units[unit].days))
    return FALSE;
  *from = at;
  parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
  if (units[unit].months + units[unit].days == 0)
    parts->doubt = LEDGER_DATE_DOUBT_WORKING_DAYS;
  else if (anchor == LEDGER_DAY_NONE)
    parts->doubt = LEDGER_DATE_DOUBT_NO_ANCHOR;
  else
    parts->fixed =
        ledger_day_add_months (anchor, number * units[unit].months) + number * units[unit].days;
  return TRUE;
}

gboolean
ledger_date_relative_read (const char **at, LedgerDay anchor, int base_year, LedgerDateParts *parts)
{
  *parts = ledger_date_parts_none ();
  return read_named (at, base_year, parts) || read_named_month (at, anchor, parts)
         || read_weekday (at, anchor, parts) || read_span (at, anchor, parts);
}
