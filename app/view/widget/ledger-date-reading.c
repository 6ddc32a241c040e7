/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-text.h"

#define HALF_A_YEAR 183

static const char *const weekday_digits[] = { "一", "二", "三", "四", "五", "六", "日" };

static int
read_weekday (const char *text)
{
  for (int i = 0; i < 7; i++)
    if (strcmp (text, weekday_digits[i]) == 0)
      return i + 1;
  return strcmp (text, "天") == 0 ? 7 : 0;
}

/* 周五 and 本周五: of this week; 下周五: of the next; 下下周五. */
static LedgerDay
read_week (const char *text, LedgerDay today)
{
  int weeks = 0, weekday;

  if (g_str_has_prefix (text, "本"))
    text += strlen ("本");
  for (; g_str_has_prefix (text, "下"); text += strlen ("下"))
    weeks++;
  if (g_str_has_prefix (text, "周"))
    text += strlen ("周");
  else if (g_str_has_prefix (text, "星期"))
    text += strlen ("星期");
  else
    return LEDGER_DAY_NONE;
  weekday = read_weekday (text);
  if (weekday == 0)
    return LEDGER_DAY_NONE;
  return today - ledger_day_weekday (today) + weekday + 7 * weeks;
}

/* +5: working days from today. */
static LedgerDay
read_offset (const char *text, LedgerDay today, LedgerCalendar *calendar)
{
  gint64 days;

  if (g_str_has_prefix (text, "＋"))
    text += strlen ("＋");
  else if (*text == '+')
    text++;
  else
    return LEDGER_DAY_NONE;
  if (!g_ascii_string_to_signed (text, 10, 0, 999, &days, NULL))
    return LEDGER_DAY_NONE;
  return ledger_calendar_add_working_days (calendar, today, (int)days);
}

/* A day without a year is of this year; a plan's of the next where it is over half a year ago
 * (typed by a person, 3月5日 on 10 March is last week), a fact's of the last where it lies ahead.
 */
static LedgerDay
choose_year (LedgerDay day, LedgerDay today, gboolean fact)
{
  int year, month, dom;

  ledger_day_split (day, &year, &month, &dom);
  if (fact && day > today)
    return ledger_day_new (year - 1, month, dom);
  if (!fact && day < today - HALF_A_YEAR)
    return ledger_day_new (year + 1, month, dom);
  return day;
}

static LedgerDay
parse_day (const char *text, LedgerDay anchor)
{
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_parse (text, anchor, NULL);

  return deadline->day;
}

/* What ledger_deadline_parse() is to take the year from, or, for 一个月内, the first day. */
static LedgerDay
choose_anchor (const char *text, LedgerDay today, gboolean fact)
{
  int year, month, dom, other_month, other_dom;
  LedgerDay from_today = parse_day (text, today);
  LedgerDay of_year;

  ledger_day_split (today, &year, NULL, NULL);
  of_year = parse_day (text, ledger_day_new (year, 1, 1));
  if (from_today == LEDGER_DAY_NONE || of_year == LEDGER_DAY_NONE)
    return today;
  ledger_day_split (of_year, &year, &month, &dom);
  ledger_day_split (from_today, NULL, &other_month, &other_dom);
  if (month != other_month || dom != other_dom)
    return today;
  ledger_day_split (choose_year (of_year, today, fact), &year, NULL, NULL);
  return ledger_day_new (year, 1, 1);
}

/* 0305: month and day. */
static LedgerDay
read_digits (const char *text, LedgerDay today, gboolean fact)
{
  guint64 number;
  int year, month, dom;
  LedgerDay day;

  if (strlen (text) != 4 || !g_ascii_string_to_unsigned (text, 10, 101, 1231, &number, NULL))
    return LEDGER_DAY_NONE;
  ledger_day_split (today, &year, &month, &dom);
  day = ledger_day_new (year, (int)number / 100, (int)number % 100);
  return day != LEDGER_DAY_NONE ? choose_year (day, today, fact) : day;
}

static LedgerDay
read_word (const char *text, LedgerDay today)
{
  const struct
  {
    const char *word;
    int days;
  } words[] = { { "今天", 0 }, { "今日", 0 }, { "明天", 1 }, { "明日", 1 }, { "后天", 2 } };
  int year, month, dom;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (text, words[i].word) == 0)
      return today + words[i].days;
  ledger_day_split (today, &year, &month, &dom);
  if (strcmp (text, "本月底") == 0 || strcmp (text, "月底") == 0)
    return ledger_day_end_of_month (year, month);
  if (strcmp (text, "下月底") == 0)
    return ledger_day_end_of_month (month == 12 ? year + 1 : year, month % 12 + 1);
  return LEDGER_DAY_NONE;
}

static LedgerDay
read_short_form (const char *text, LedgerDay today, LedgerCalendar *calendar, gboolean fact)
{
  LedgerDay day = read_offset (text, today, calendar);

  if (day == LEDGER_DAY_NONE)
    day = read_digits (text, today, fact);
  if (day == LEDGER_DAY_NONE)
    day = read_word (text, today);
  if (day == LEDGER_DAY_NONE)
    day = read_week (text, today);
  return day;
}

static char *
describe_day (LedgerDay day, LedgerDay today, LedgerCalendar *calendar)
{
  const char *const names[] = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
                                N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };
  const char *holiday = ledger_calendar_name (calendar, day);
  g_autofree char *words = ledger_day_to_words (day, today);
  const char *weekday = _ (names[ledger_day_weekday (day) - 1]);

  if (holiday != NULL && !ledger_calendar_is_working (calendar, day))
    return g_strdup_printf ("%s %s %s", words, weekday, holiday);
  return g_strdup_printf ("%s %s", words, weekday);
}

LedgerDateReading *
ledger_date_reading_new (const char *text, LedgerDay today, LedgerCalendar *calendar, gboolean fact)
{
  LedgerDateReading *self = g_new0 (LedgerDateReading, 1);
  g_autofree char *trimmed = ledger_text_trim (text);
  LedgerDay day = read_short_form (trimmed, today, calendar, fact);

  self->suggestion = LEDGER_DAY_NONE;
  if (day != LEDGER_DAY_NONE)
    {
      g_autofree char *words = ledger_day_to_words (day, LEDGER_DAY_NONE);

      self->deadline = ledger_deadline_new (LEDGER_PRECISION_DAY, day, words);
    }
  else if (*trimmed != '\0')
    self->deadline =
        ledger_deadline_parse (trimmed, choose_anchor (trimmed, today, fact), &self->doubt);
  if (self->deadline == NULL)
    return self;
  if (self->deadline->precision == LEDGER_PRECISION_NONE)
    {
      g_clear_pointer (&self->deadline, ledger_deadline_free);
      return self;
    }
  day = self->deadline->day;
  if (day == LEDGER_DAY_NONE)
    {
      self->text = g_strdup (self->deadline->words);
      return self;
    }
  self->text = describe_day (day, today, calendar);
  if (!fact && self->deadline->precision == LEDGER_PRECISION_DAY
      && !ledger_calendar_is_working (calendar, day))
    self->suggestion = ledger_calendar_working_day_at_or_before (calendar, day);
  return self;
}

void
ledger_date_reading_free (LedgerDateReading *reading)
{
  if (reading == NULL)
    return;
  g_clear_pointer (&reading->deadline, ledger_deadline_free);
  g_free (reading->text);
  g_free (reading->doubt);
  g_free (reading);
}

char *
ledger_date_reading_describe_suggestion (const LedgerDateReading *reading, LedgerDay today)
{
  g_autofree char *rest = NULL;
  g_autofree char *worked = NULL;

  if (reading->suggestion == LEDGER_DAY_NONE)
    return NULL;
  rest = ledger_day_to_words (reading->deadline->day, today);
  worked = ledger_day_to_words (reading->suggestion, today);
  return g_strdup_printf (_ ("%s is a day of rest, make it %s?"), rest, worked);
}
