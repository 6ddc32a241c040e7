/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-written.h"

#include <string.h>

#include "ledger-date-cursor.h"

static gboolean
is_year (int number)
{
  return number >= 1990 && number <= 2199;
}

static gboolean
is_month (int number)
{
  return number >= 1 && number <= 12;
}

/* After a month: its day or which part of it is meant. */
void
ledger_date_written_take_day_of_month (const char **at, LedgerDateParts *parts)
{
  static const char *const early[] = { "上旬", "初", NULL };
  static const char *const middle[] = { "中旬", NULL };
  static const char *const half[] = { "中", NULL };
  static const char *const end[] = { "下旬", "底", "末", "份", NULL };
  static const char *const day_words[] = { "日", "号", NULL };
  const char *start = *at;
  int day = 0;
  parts->day = LEDGER_DATE_DAY_END;
  if (ledger_date_take_any (at, early))
    parts->day = LEDGER_DATE_DAY_EARLY;
  else if (ledger_date_take_any (at, middle))
    parts->day = LEDGER_DATE_DAY_MIDDLE;
  else if (ledger_date_take_any (at, half))
    parts->day = LEDGER_DATE_DAY_HALF;
  else if (ledger_date_take_any (at, end))
    ledger_date_take_any (at, end); /* 3月份底 */
  else if (ledger_date_take_number (at, 1, 2, &day) && day >= 1
           && (day <= 31 || ledger_date_take_any (at, day_words)))
    parts->day = day;
  else
    *at = start;
  if (parts->day < LEDGER_DATE_DAY_END)
    ledger_date_take_any (at, day_words);
}

/* 底, 内, 上半年, 一季度 … after 年. */
static gboolean
take_part_of_year (const char **at, LedgerDateParts *parts)
{
  static const char *const end[] = { "底", "末", "终", "内", "以内", "全年", NULL };
  static const char *const quarter_words[] = { "季度", "季", NULL };
  const char *start = *at;
  int quarter = 0;
  parts->day = LEDGER_DATE_DAY_END;
  if (ledger_date_take (at, "上半年"))
    return parts->month = 6, TRUE;
  if (ledger_date_take (at, "下半年"))
    return parts->month = 12, TRUE;
  if (ledger_date_take (at, "初"))
    return parts->month = 1, TRUE;
  if (ledger_date_take_any (at, end))
    return parts->whole_year = TRUE;
  ledger_date_take (at, "第");
  if (ledger_date_take_number (at, 1, 1, &quarter) && quarter >= 1 && quarter <= 4
      && ledger_date_take_any (at, quarter_words))
    return parts->month = quarter * 3, TRUE;
  *at = start;
  return FALSE;
}

/* "3月5日", "3-5月" (the later month), "03". */
static gboolean
take_month (const char **at, LedgerDateParts *parts)
{
  const char *start = *at;
  int month = 0;
  int until = 0;
  if (ledger_date_take_number (at, 1, 2, &month) && is_month (month))
    {
      const char *after = *at;
      if ((ledger_date_take (at, "-") || ledger_date_take (at, "至") || ledger_date_take (at, "到"))
          && ledger_date_take_number (at, 1, 2, &until) && is_month (until)
          && ledger_date_take (at, "月"))
        {
          parts->month = until;
          ledger_date_written_take_day_of_month (at, parts);
          return TRUE;
        }
      *at = after;
      if (ledger_date_take (at, "月"))
        {
          parts->month = month;
          ledger_date_written_take_day_of_month (at, parts);
          return TRUE;
        }
    }
  *at = start;
  return FALSE;
}

/* What follows 2026年, 今年, 明年. */
void
ledger_date_written_take_after_year (const char **at, LedgerDateParts *parts)
{
  ledger_date_take (at, "度");
  if (take_part_of_year (at, parts) || take_month (at, parts))
    return;
  parts->whole_year = TRUE;
}

/* ".3.5", "/3/5", "-03-05", ".3": the same separator twice. */
static gboolean
take_numeric_rest (const char **at, LedgerDateParts *parts)
{
  static const char *const units[] = { "%", "万", "亿", "元", "年", "周", "个", NULL };
  const char *start = *at;
  char separator = **at;
  int month = 0;
  int day = 0;
  if (separator == '\0' || !strchr ("./-", separator))
    return FALSE;
  (*at)++;
  if (!ledger_date_take_number (at, 1, 2, &month) || !is_month (month))
    {
      *at = start;
      return FALSE;
    }
  parts->month = month;
  parts->day = LEDGER_DATE_DAY_END;
  const char *after_month = *at;
  if (**at == separator)
    {
      (*at)++;
      if (ledger_date_take_number (at, 1, 2, &day) && day >= 1 && day <= 31)
        {
          parts->day = day;
          ledger_date_take (at, "日");
          return TRUE;
        }
      *at = after_month;
    }
  ledger_date_take (at, "月");
  ledger_date_written_take_day_of_month (at, parts);
  const char *after = *at;
  if (!ledger_date_take_any (&after, units))
    return TRUE;
  *at = start;
  return FALSE;
}

static gboolean
read_with_year (const char **from, LedgerDateParts *parts)
{
  const char *at = *from;
  int number = 0;
  if (ledger_date_take_number (&at, 4, 4, &number) && is_year (number))
    {
      parts->year = number;
      if (ledger_date_take (&at, "年"))
        ledger_date_written_take_after_year (&at, parts);
      else if (!take_numeric_rest (&at, parts))
        parts->whole_year = TRUE;
      *from = at;
      return TRUE;
    }
  at = *from;
  if (!ledger_date_take_number (&at, 2, 2, &number) || number < 10)
    return FALSE;
  parts->year = 2000 + number; /* 26年3月, 26.3.5 */
  gboolean in_words = ledger_date_take (&at, "年");
  if (in_words && !g_str_has_prefix (at, "内") && !g_str_has_prefix (at, "以内"))
    ledger_date_written_take_after_year (&at, parts);
  else if (in_words || number < 20 || !take_numeric_rest (&at, parts)
           || parts->day >= LEDGER_DATE_DAY_END)
    {
      *parts = ledger_date_parts_none ();
      return FALSE;
    }
  *from = at;
  return TRUE;
}

/* 20260305, 202603, 0305. */
static gboolean
read_run_of_digits (const char **from, LedgerDateParts *parts)
{
  const char *at = *from;
  int number = 0;
  if (ledger_date_take_number (&at, 8, 8, &number))
    *parts = (LedgerDateParts){
      number / 10000, number / 100 % 100, number % 100, .fixed = LEDGER_DAY_NONE
    };
  else if (ledger_date_take_number (&at, 6, 6, &number))
    *parts = (LedgerDateParts){
      number / 100, number % 100, LEDGER_DATE_DAY_END, .fixed = LEDGER_DAY_NONE
    };
  else if (ledger_date_take_number (&at, 4, 4, &number))
    *parts = (LedgerDateParts){ 0, number / 100, number % 100, .fixed = LEDGER_DAY_NONE };
  else
    return FALSE;
  if ((parts->year && !is_year (parts->year)) || !is_month (parts->month) || parts->day < 1
      || (parts->day > 31 && parts->day != LEDGER_DATE_DAY_END))
    {
      *parts = ledger_date_parts_none ();
      return FALSE;
    }
  *from = at;
  return TRUE;
}

/* 3.5, 3/5; 3-5 may also be a range of months. */
static gboolean
read_month_and_day (const char **from, LedgerDateParts *parts)
{
  static const char *const units[] = { "%",  "万", "亿", "元", "个", "次",   "倍",
                                       "条", "项", "分", "人", "件", "小时", NULL };
  const char *at = *from;
  int month = 0;
  int day = 0;
  if (take_month (&at, parts))
    {
      *from = at;
      return TRUE;
    }
  if (!ledger_date_take_number (&at, 1, 2, &month) || !is_month (month) || !*at
      || !strchr ("./-", *at))
    return FALSE;
  char separator = *at++;
  if (!ledger_date_take_number (&at, 1, 2, &day) || day < 1 || day > 31
      || ledger_date_take_any (&at, units) || (*at == separator && g_ascii_isdigit (at[1])))
    return FALSE;
  ledger_date_take (&at, "日");
  parts->month = month;
  parts->day = day;
  parts->doubt = separator == '-' ? LEDGER_DATE_DOUBT_AMBIGUOUS : LEDGER_DATE_DOUBT_NONE;
  *from = at;
  return TRUE;
}

/* 上半年, 第三季度, 1季度 without a year. */
static gboolean
read_part_of_year (const char **from, LedgerDateParts *parts)
{
  const char *at = *from;
  gboolean possible = g_str_has_prefix (at, "上半年") || g_str_has_prefix (at, "下半年")
                      || g_str_has_prefix (at, "第") || g_ascii_isdigit (*at);
  if (!possible || !take_part_of_year (&at, parts))
    return FALSE;
  *from = at;
  return TRUE;
}

gboolean
ledger_date_written_read (const char **at, LedgerDateParts *parts)
{
  *parts = ledger_date_parts_none ();
  if (read_part_of_year (at, parts))
    return TRUE;
  return g_ascii_isdigit (**at)
         && (read_with_year (at, parts) || read_month_and_day (at, parts)
             || read_run_of_digits (at, parts));
}
