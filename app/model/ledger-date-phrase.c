/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-phrase.h"

#include <stdlib.h>
#include <string.h>

#include "ledger-date-words.h"

#define FAR_DAYS 183

/* What was read of one date; 0: not written. Days 101…104 stand for parts of the month. */
enum
{
  DAY_END = 100,    /* no day, 底, 末, 下旬, 份 */
  DAY_EARLY = 101,  /* 初, 上旬: the 10th */
  DAY_MIDDLE = 102, /* 中旬: the 20th */
  DAY_HALF = 103,   /* 中: the 15th */
};

typedef struct
{
  int year;
  int month;
  int day;
  gboolean whole_year; /* 年底, 2026年 */
  LedgerDateDoubt doubt;
  LedgerDay fixed; /* already a day, relative to the anchor */
} Parts;

typedef struct
{
  const char *at;
  LedgerDay anchor;
  Parts previous; /* what a range or list inherits from */
  gboolean has_previous;
} Reader;

/* --- small readers: each moves *AT on only when it succeeds --- */

static gboolean
take (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

static gboolean
take_any (const char **at, const char *const *words)
{
  for (guint i = 0; words[i]; i++)
    if (take (at, words[i]))
      return TRUE;
  return FALSE;
}

/* A number of MIN to MAX digits that ends there. */
static gboolean
take_number (const char **at, gsize min, gsize max, int *number)
{
  gsize length = strspn (*at, "0123456789");
  if (length < min || length > max)
    return FALSE;
  *number = atoi (*at);
  *at += length;
  return TRUE;
}

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

static int
anchor_year (const Reader *reader)
{
  int year = 0;
  if (reader->anchor != LEDGER_DAY_NONE)
    ledger_day_split (reader->anchor, &year, NULL, NULL);
  return year;
}

static int
anchor_month (const Reader *reader)
{
  int month = 0;
  if (reader->anchor != LEDGER_DAY_NONE)
    ledger_day_split (reader->anchor, NULL, &month, NULL);
  return month;
}

/* After a month: its day or which part of it is meant. */
static void
take_day_of_month (const char **at, Parts *parts)
{
  static const char *const early[] = { "上旬", "初", NULL };
  static const char *const middle[] = { "中旬", NULL };
  static const char *const half[] = { "中", NULL };
  static const char *const end[] = { "下旬", "底", "末", "份", NULL };
  static const char *const day_words[] = { "日", "号", NULL };
  const char *start = *at;
  int day = 0;
  parts->day = DAY_END;
  if (take_any (at, early))
    parts->day = DAY_EARLY;
  else if (take_any (at, middle))
    parts->day = DAY_MIDDLE;
  else if (take_any (at, half))
    parts->day = DAY_HALF;
  else if (take_any (at, end))
    take_any (at, end); /* 3月份底 */
  else if (take_number (at, 1, 2, &day) && day >= 1 && (day <= 31 || take_any (at, day_words)))
    parts->day = day;
  else
    *at = start;
  if (parts->day < DAY_END)
    take_any (at, day_words);
}

/* 底, 内, 上半年, 一季度 … after 年. */
static gboolean
take_part_of_year (const char **at, Parts *parts)
{
  static const char *const end[] = { "底", "末", "终", "内", "以内", "全年", NULL };
  static const char *const quarter_words[] = { "季度", "季", NULL };
  const char *start = *at;
  int quarter = 0;
  parts->day = DAY_END;
  if (take (at, "上半年"))
    return parts->month = 6, TRUE;
  if (take (at, "下半年"))
    return parts->month = 12, TRUE;
  if (take (at, "初"))
    return parts->month = 1, TRUE;
  if (take_any (at, end))
    return parts->whole_year = TRUE;
  take (at, "第");
  if (take_number (at, 1, 1, &quarter) && quarter >= 1 && quarter <= 4
      && take_any (at, quarter_words))
    return parts->month = quarter * 3, TRUE;
  *at = start;
  return FALSE;
}

/* "3月5日", "3-5月" (the later month), "03". */
static gboolean
take_month (const char **at, Parts *parts)
{
  const char *start = *at;
  int month = 0;
  int until = 0;
  if (take_number (at, 1, 2, &month) && is_month (month))
    {
      const char *after = *at;
      if ((take (at, "-") || take (at, "至") || take (at, "到")) && take_number (at, 1, 2, &until)
          && is_month (until) && take (at, "月"))
        {
          parts->month = until;
          take_day_of_month (at, parts);
          return TRUE;
        }
      *at = after;
      if (take (at, "月"))
        {
          parts->month = month;
          take_day_of_month (at, parts);
          return TRUE;
        }
    }
  *at = start;
  return FALSE;
}

/* What follows 2026年, 今年, 明年. */
static void
take_after_year (const char **at, Parts *parts)
{
  take (at, "度");
  if (take_part_of_year (at, parts) || take_month (at, parts))
    return;
  parts->whole_year = TRUE;
}

/* ".3.5", "/3/5", "-03-05", ".3": the same separator twice. */
static gboolean
take_numeric_rest (const char **at, Parts *parts)
{
  static const char *const units[] = { "%", "万", "亿", "元", "年", "周", "个", NULL };
  const char *start = *at;
  char separator = **at;
  int month = 0;
  int day = 0;
  if (separator == '\0' || !strchr ("./-", separator))
    return FALSE;
  (*at)++;
  if (!take_number (at, 1, 2, &month) || !is_month (month))
    {
      *at = start;
      return FALSE;
    }
  parts->month = month;
  parts->day = DAY_END;
  const char *after_month = *at;
  if (**at == separator)
    {
      (*at)++;
      if (take_number (at, 1, 2, &day) && day >= 1 && day <= 31)
        {
          parts->day = day;
          take (at, "日");
          return TRUE;
        }
      *at = after_month;
    }
  take (at, "月");
  take_day_of_month (at, parts);
  const char *after = *at;
  if (!take_any (&after, units))
    return TRUE;
  *at = start;
  return FALSE;
}

static gboolean
read_with_year (Reader *reader, Parts *parts)
{
  const char *at = reader->at;
  int number = 0;
  if (take_number (&at, 4, 4, &number) && is_year (number))
    {
      parts->year = number;
      if (take (&at, "年"))
        take_after_year (&at, parts);
      else if (!take_numeric_rest (&at, parts))
        parts->whole_year = TRUE;
      reader->at = at;
      return TRUE;
    }
  at = reader->at;
  if (!take_number (&at, 2, 2, &number) || number < 10)
    return FALSE;
  parts->year = 2000 + number; /* 26年3月, 26.3.5 */
  gboolean in_words = take (&at, "年");
  if (in_words && !g_str_has_prefix (at, "内") && !g_str_has_prefix (at, "以内"))
    take_after_year (&at, parts);
  else if (in_words || number < 20 || !take_numeric_rest (&at, parts) || parts->day >= DAY_END)
    {
      *parts = (Parts){ .fixed = LEDGER_DAY_NONE };
      return FALSE;
    }
  reader->at = at;
  return TRUE;
}

/* 20260305, 202603, 0305. */
static gboolean
read_run_of_digits (Reader *reader, Parts *parts)
{
  const char *at = reader->at;
  int number = 0;
  if (take_number (&at, 8, 8, &number))
    *parts = (Parts){ number / 10000, number / 100 % 100, number % 100, .fixed = LEDGER_DAY_NONE };
  else if (take_number (&at, 6, 6, &number))
    *parts = (Parts){ number / 100, number % 100, DAY_END, .fixed = LEDGER_DAY_NONE };
  else if (take_number (&at, 4, 4, &number))
    *parts = (Parts){ 0, number / 100, number % 100, .fixed = LEDGER_DAY_NONE };
  else
    return FALSE;
  if ((parts->year && !is_year (parts->year)) || !is_month (parts->month) || parts->day < 1
      || (parts->day > 31 && parts->day != DAY_END))
    {
      *parts = (Parts){ .fixed = LEDGER_DAY_NONE };
      return FALSE;
    }
  reader->at = at;
  return TRUE;
}

/* 3.5, 3/5; 3-5 may also be a range of months. */
static gboolean
read_month_and_day (Reader *reader, Parts *parts)
{
  static const char *const units[] = { "%",  "万", "亿", "元", "个", "次",   "倍",
                                       "条", "项", "分", "人", "件", "小时", NULL };
  const char *at = reader->at;
  int month = 0;
  int day = 0;
  if (take_month (&at, parts))
    {
      reader->at = at;
      return TRUE;
    }
  if (!take_number (&at, 1, 2, &month) || !is_month (month) || !*at || !strchr ("./-", *at))
    return FALSE;
  char separator = *at++;
  if (!take_number (&at, 1, 2, &day) || day < 1 || day > 31 || take_any (&at, units)
      || (*at == separator && g_ascii_isdigit (at[1])))
    return FALSE;
  take (&at, "日");
  parts->month = month;
  parts->day = day;
  parts->doubt = separator == '-' ? LEDGER_DATE_DOUBT_AMBIGUOUS : LEDGER_DATE_DOUBT_NONE;
  reader->at = at;
  return TRUE;
}

/* 年底, 今年, 明年3月, 次年, 月底, 下月底. */
static gboolean
read_named (Reader *reader, Parts *parts)
{
  static const struct
  {
    const char *word;
    int years;
  } years[] = { { "今年", 0 }, { "本年", 0 }, { "当年", 0 }, { "明年", 1 },
                { "次年", 1 }, { "翌年", 1 }, { "后年", 2 } };
  static const char *const year_ends[] = { "年底", "年末", "年内", "年终", NULL };
  int base =
      reader->has_previous && reader->previous.year ? reader->previous.year : anchor_year (reader);
  if (base == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    if (take (&reader->at, years[i].word))
      {
        parts->year = base + years[i].years;
        parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
        take (&reader->at, "年"); /* 今年年底 */
        take_after_year (&reader->at, parts);
        return TRUE;
      }
  if (!take_any (&reader->at, year_ends))
    return FALSE;
  parts->year = base;
  parts->whole_year = TRUE;
  parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
  return TRUE;
}

static gboolean
read_named_month (Reader *reader, Parts *parts)
{
  static const char *const this_month[] = { "本月", "当月", NULL };
  static const char *const next_month[] = { "下个月", "下月", "次月", NULL };
  const char *at = reader->at;
  int month = anchor_month (reader);
  int offset = take_any (&at, next_month) ? 1 : 0;
  if (month == 0)
    return FALSE;
  if (offset == 0 && !take_any (&at, this_month))
    {
      if (!g_str_has_prefix (at, "月底") && !g_str_has_prefix (at, "月末"))
        return FALSE;
      at += strlen ("月");
    }
  parts->year = anchor_year (reader) + (month + offset > 12 ? 1 : 0);
  parts->month = (month + offset - 1) % 12 + 1;
  parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
  take_day_of_month (&at, parts);
  reader->at = at;
  return TRUE;
}

static gboolean
read_weekday (Reader *reader, Parts *parts)
{
  static const char *const names[] = { "一", "二", "三", "四", "五", "六", "日", "天", NULL };
  const char *at = reader->at;
  int weeks = take (&at, "下") ? 1 : take (&at, "本") || take (&at, "这") ? 0 : -1;
  if (reader->anchor == LEDGER_DAY_NONE || weeks < 0 || (!take (&at, "周") && !take (&at, "星期")))
    return FALSE;
  for (int i = 0; names[i]; i++)
    if (take (&at, names[i]))
      {
        int monday = reader->anchor - (ledger_day_weekday (reader->anchor) - 1);
        parts->fixed = monday + weeks * 7 + MIN (i, 6);
        parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
        reader->at = at;
        return TRUE;
      }
  return FALSE;
}

/* 3个月内, 半年内, 30天内, 15个工作日内. */
static gboolean
read_span (Reader *reader, Parts *parts)
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
  const char *at = reader->at;
  int number = 0;
  gboolean half_year = take (&at, "半年");
  guint unit = 0;
  if (half_year)
    number = 6, unit = 2;
  else if (!take_number (&at, 1, 3, &number))
    return FALSE;
  while (!half_year && unit < G_N_ELEMENTS (units) && !take (&at, units[unit].word))
    unit++;
  if (unit == G_N_ELEMENTS (units)
      || (!take_any (&at, inside) && units[unit].months + units[unit].days))
    return FALSE;
  reader->at = at;
  parts->doubt = LEDGER_DATE_DOUBT_RELATIVE;
  if (units[unit].months + units[unit].days == 0)
    parts->doubt = LEDGER_DATE_DOUBT_WORKING_DAYS;
  else if (reader->anchor == LEDGER_DAY_NONE)
    parts->doubt = LEDGER_DATE_DOUBT_NO_ANCHOR;
  else
    parts->fixed = ledger_day_add_months (reader->anchor, number * units[unit].months)
                   + number * units[unit].days;
  return TRUE;
}

/* 上半年, 第三季度, 1季度 without a year. */
static gboolean
read_part_of_year (Reader *reader, Parts *parts)
{
  const char *at = reader->at;
  gboolean possible = g_str_has_prefix (at, "上半年") || g_str_has_prefix (at, "下半年")
                      || g_str_has_prefix (at, "第") || g_ascii_isdigit (*at);
  if (!possible || !take_part_of_year (&at, parts))
    return FALSE;
  reader->at = at;
  return TRUE;
}

static gboolean
read_parts (Reader *reader, Parts *parts)
{
  *parts = (Parts){ .fixed = LEDGER_DAY_NONE };
  if (read_named (reader, parts) || read_named_month (reader, parts) || read_weekday (reader, parts)
      || read_span (reader, parts) || read_part_of_year (reader, parts))
    return TRUE;
  if (!g_ascii_isdigit (*reader->at))
    return FALSE;
  return read_with_year (reader, parts) || read_month_and_day (reader, parts)
         || read_run_of_digits (reader, parts);
}

/* --- from parts to a day --- */

static int
last_day (int year, int month)
{
  int day = 0;
  ledger_day_split (ledger_day_end_of_month (year, month), NULL, NULL, &day);
  return day;
}

static LedgerDay
day_in_year (Parts *parts, int year)
{
  int day = parts->day;
  if (parts->whole_year)
    return ledger_day_new (year, 12, 31);
  if (day == DAY_EARLY)
    day = 10;
  else if (day == DAY_MIDDLE)
    day = 20;
  else if (day == DAY_HALF)
    day = 15;
  else if (day == DAY_END)
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
day_without_year (const Reader *reader, Parts *parts)
{
  int year = anchor_year (reader);
  if (reader->has_previous && reader->previous.year)
    {
      parts->year = reader->previous.year;
      if (parts->month < reader->previous.month)
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
  if (day < reader->anchor)
    {
      parts->doubt = doubt;
      day = day_in_year (parts, year + 1);
    }
  if (parts->doubt == LEDGER_DATE_DOUBT_NONE && day - reader->anchor > FAR_DAYS)
    parts->doubt = LEDGER_DATE_DOUBT_FAR_YEAR;
  return day;
}

static LedgerDatePhrase
finish_phrase (const Reader *reader, Parts *parts)
{
  LedgerDatePhrase phrase = { .day = parts->fixed, .precision = LEDGER_PRECISION_DAY };
  gboolean dated = parts->whole_year || parts->month != 0;
  if (parts->fixed == LEDGER_DAY_NONE && dated)
    phrase.day = parts->year ? day_in_year (parts, parts->year) : day_without_year (reader, parts);
  if (parts->whole_year)
    phrase.precision = LEDGER_PRECISION_YEAR;
  else if (parts->fixed == LEDGER_DAY_NONE && parts->day >= DAY_END)
    phrase.precision = LEDGER_PRECISION_MONTH;
  phrase.doubt = parts->doubt;
  return phrase;
}

/* The end of a range may be shorter than its beginning: 1月1日至15日, 2026.1-3. */
static gboolean
read_range_end (Reader *reader, Parts *parts)
{
  const char *at = reader->at;
  const Parts *from = &reader->previous;
  int number = 0;
  if (read_parts (reader, parts))
    return TRUE;
  *parts = (Parts){ .year = from->year, .fixed = LEDGER_DAY_NONE };
  if (!take_number (&at, 1, 2, &number) || from->month == 0)
    return FALSE;
  gboolean is_day = from->day < DAY_END;
  parts->month = is_day ? from->month : number;
  parts->day = is_day ? number : DAY_END;
  if (!take (&at, "日"))
    take (&at, "号");
  if (!is_month (parts->month) || (is_day && (number < 1 || number > 31)))
    return FALSE;
  reader->at = at;
  return TRUE;
}

static gboolean
take_range_mark (const char **at)
{
  static const char *const marks[] = { "-", "至", "到", NULL };
  return take_any (at, marks);
}

static gboolean
read_phrase (Reader *reader, LedgerDatePhrase *phrase)
{
  Parts parts;
  Parts end;
  if (!read_parts (reader, &parts))
    return FALSE;
  Parts outer = reader->previous;
  gboolean had_outer = reader->has_previous;
  const char *after = reader->at;
  if (take_range_mark (&reader->at))
    {
      reader->previous = parts;
      reader->has_previous = TRUE;
      if (read_range_end (reader, &end))
        {
          parts = end;
          reader->previous.year = reader->previous.year ? reader->previous.year : outer.year;
          *phrase = finish_phrase (reader, &parts);
          reader->previous = parts;
          return TRUE;
        }
      reader->at = after;
      reader->previous = outer;
      reader->has_previous = had_outer;
    }
  *phrase = finish_phrase (reader, &parts);
  reader->previous = parts;
  reader->has_previous = TRUE;
  return TRUE;
}

/* A sheet's day number standing alone: a date cell that lost its format. */
static gboolean
read_serial (const char *simple, LedgerDatePhrase *phrase)
{
  int number = 0;
  const char *at = simple;
  if (!take_number (&at, 5, 5, &number) || *at || number < 36526 || number > 73050)
    return FALSE;
  /* Sheets count 1900-02-29, which never was; from March 1900, day 61, they are right. */
  phrase->day = ledger_day_new (1900, 3, 1) + (number - 61);
  phrase->precision = LEDGER_PRECISION_DAY;
  phrase->doubt = LEDGER_DATE_DOUBT_SERIAL;
  return TRUE;
}

static void
skip_one (const char **at)
{
  gsize digits = strspn (*at, "0123456789");
  *at = digits ? *at + digits : g_utf8_next_char (*at);
}

GArray *
ledger_date_phrase_find_all (const char *text, LedgerDay anchor)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (LedgerDatePhrase));
  g_autofree char *simple = ledger_date_words_simplify (text);
  LedgerDatePhrase phrase;
  Reader reader = { .at = simple, .anchor = anchor };
  if (read_serial (simple, &phrase))
    g_array_append_val (phrases, phrase);
  else
    while (*reader.at)
      {
        if (read_phrase (&reader, &phrase))
          g_array_append_val (phrases, phrase);
        else
          skip_one (&reader.at);
      }
  return phrases;
}
