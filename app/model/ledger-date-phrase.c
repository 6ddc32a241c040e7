/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-phrase.h"

#include <string.h>

#include "ledger-date-cursor.h"
#include "ledger-date-relative.h"
#include "ledger-date-words.h"
#include "ledger-date-written.h"

typedef struct
{
  const char *at;
  LedgerDay anchor;
  LedgerDateParts previous; /* what a range or list inherits from */
  gboolean has_previous;
} Reader;

static gboolean
read_parts (Reader *reader, LedgerDateParts *parts)
{
  int base_year = reader->has_previous && reader->previous.year
                      ? reader->previous.year
                      : ledger_date_parts_year_of (reader->anchor);
  return ledger_date_relative_read (&reader->at, reader->anchor, base_year, parts)
         || ledger_date_written_read (&reader->at, parts);
}

static LedgerDatePhrase
resolve (const Reader *reader, LedgerDateParts *parts)
{
  return ledger_date_parts_resolve (
      parts, reader->anchor, reader->has_previous ? &reader->previous : NULL);
}

/* The end of a range may be shorter than its beginning: 1月1日至15日, 2026.1-3. */
static gboolean
read_range_end (Reader *reader, LedgerDateParts *parts)
{
  const char *at = reader->at;
  const LedgerDateParts *from = &reader->previous;
  int number = 0;
  if (read_parts (reader, parts))
    return TRUE;
  *parts = (LedgerDateParts){ .year = from->year, .fixed = LEDGER_DAY_NONE };
  if (!ledger_date_take_number (&at, 1, 2, &number) || from->month == 0)
    return FALSE;
  gboolean is_day = from->day < LEDGER_DATE_DAY_END;
  parts->month = is_day ? from->month : number;
  parts->day = is_day ? number : LEDGER_DATE_DAY_END;
  if (!ledger_date_take (&at, "日"))
    ledger_date_take (&at, "号");
  if (parts->month < 1 || parts->month > 12 || (is_day && (number < 1 || number > 31)))
    return FALSE;
  reader->at = at;
  return TRUE;
}

static gboolean
take_range_mark (const char **at)
{
  static const char *const marks[] = { "-", "至", "到", NULL };
  return ledger_date_take_any (at, marks);
}

static gboolean
read_phrase (Reader *reader, LedgerDatePhrase *phrase)
{
  LedgerDateParts parts;
  LedgerDateParts end;
  if (!read_parts (reader, &parts))
    return FALSE;
  LedgerDateParts outer = reader->previous;
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
          *phrase = resolve (reader, &parts);
          reader->previous = parts;
          return TRUE;
        }
      reader->at = after;
      reader->previous = outer;
      reader->has_previous = had_outer;
    }
  *phrase = resolve (reader, &parts);
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
  if (!ledger_date_take_number (&at, 5, 5, &number) || *at || number < 36526 || number > 73050)
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
