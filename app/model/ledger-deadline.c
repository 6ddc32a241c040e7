/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-deadline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-date-phrase.h"
#include "ledger-date-words.h"
#include "ledger-text.h"

static const char *const precision_words[] = {
  [LEDGER_PRECISION_NONE] = "none",           [LEDGER_PRECISION_DAY] = "day",
  [LEDGER_PRECISION_MONTH] = "month",         [LEDGER_PRECISION_YEAR] = "year",
  [LEDGER_PRECISION_IMMEDIATE] = "immediate", [LEDGER_PRECISION_LONG_TERM] = "long_term",
};

LedgerDeadline *
ledger_deadline_new (LedgerPrecision precision, LedgerDay day, const char *words)
{
  LedgerDeadline *deadline = g_new0 (LedgerDeadline, 1);
  deadline->precision = precision;
  deadline->day = day;
  deadline->words = g_strdup (words ? words : "");
  return deadline;
}

void
ledger_deadline_free (LedgerDeadline *deadline)
{
  if (!deadline)
    return;
  g_free (deadline->words);
  g_free (deadline);
}

/* --- what offices write without a date --- */

static gboolean
contains_any (const char *text, const char *const *words)
{
  for (guint i = 0; words[i]; i++)
    if (strstr (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_immediate (const char *text)
{
  static const char *const words[] = { "立行立改", "立即",     "立整立改", "即知即改", "立知立改",
                                       "立查立改", "即行即改", "即查即改", "马上就办", "马上整改",
                                       "即时整改", "边查边改", "边巡边改", "边改",     NULL };
  return contains_any (text, words);
}

static gboolean
is_long_term (const char *text)
{
  static const char *const words[] = { "长期", "持续", "常态",     "常抓",     "长效", "坚持",
                                       "始终", "经常", "不断完善", "不断推进", NULL };
  return contains_any (text, words);
}

/* Said on purpose: no date yet, and no need to ask about it. */
static gboolean
says_nothing (const char *text)
{
  static const char *const words[] = { "",     "-",    "/",    "\\",     "无", "待定",
                                       "未定", "另定", "暂无", "无时限", NULL };
  return g_strv_contains (words, text);
}

/* --- what is doubtful about what was read --- */

static char *
describe_relative (const char *words, const LedgerDatePhrase *phrase, LedgerDay anchor)
{
  g_autofree char *from = ledger_day_to_words (anchor, LEDGER_DAY_NONE);
  g_autofree char *day = ledger_day_to_words (phrase->day, LEDGER_DAY_NONE);
  return g_strdup_printf (_ ("“%s” was counted from %s, taken as %s for now."), words, from, day);
}

static const char *
doubt_format (const LedgerDatePhrase *phrase, gboolean several)
{
  switch (phrase->doubt)
    {
    case LEDGER_DATE_DOUBT_NO_SUCH_DAY:
      return _ ("“%s”: there is no such day, taken as %s for now.");
    case LEDGER_DATE_DOUBT_AMBIGUOUS:
      return _ ("“%s” can be read in two ways, taken as %s for now.");
    case LEDGER_DATE_DOUBT_SERIAL:
      return _ ("“%s” looks like the day number of a sheet, taken as %s for now.");
    case LEDGER_DATE_DOUBT_FAR_YEAR:
      return _ ("“%s” names no year, taken as %s for now.");
    default:
      break;
    }
  if (several)
    return _ ("“%s” names several dates, taken as the last, %s, for now.");
  if (phrase->precision == LEDGER_PRECISION_MONTH)
    return _ ("“%s” names no day, taken as %s for now.");
  if (phrase->precision == LEDGER_PRECISION_YEAR)
    return _ ("“%s” names no month and day, taken as %s for now.");
  return NULL;
}

static char *
describe_unread (const char *words, LedgerDateDoubt doubt)
{
  if (doubt == LEDGER_DATE_DOUBT_WORKING_DAYS)
    return g_strdup_printf (_ ("“%s” counts working days, give the date itself."), words);
  if (doubt == LEDGER_DATE_DOUBT_NO_ANCHOR)
    return g_strdup_printf (_ ("“%s” names no year, give the whole date."), words);
  return g_strdup_printf (_ ("No date could be read in “%s”, the deadline is open for now."),
                          words);
}

static char *
describe_doubt (const char *words,
                const LedgerDatePhrase *phrase,
                gboolean several,
                LedgerDay anchor)
{
  if (phrase->day == LEDGER_DAY_NONE)
    return describe_unread (words, phrase->doubt);
  if (phrase->doubt == LEDGER_DATE_DOUBT_RELATIVE)
    return describe_relative (words, phrase, anchor);
  const char *format = doubt_format (phrase, several);
  if (!format)
    return NULL;
  gboolean year_matters =
      phrase->doubt == LEDGER_DATE_DOUBT_FAR_YEAR || phrase->doubt == LEDGER_DATE_DOUBT_SERIAL;
  g_autofree char *day = ledger_day_to_words (phrase->day, year_matters ? LEDGER_DAY_NONE : anchor);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, words, day);
#pragma GCC diagnostic pop
}

/* The latest of the dates: that is when the work is due as a whole. */
static gboolean
choose_phrase (GArray *phrases, LedgerDatePhrase *chosen, gboolean *several)
{
  gboolean found = FALSE;
  *several = FALSE;
  for (guint i = 0; i < phrases->len; i++)
    {
      const LedgerDatePhrase *phrase = &g_array_index (phrases, LedgerDatePhrase, i);
      *several |= found && phrase->day != LEDGER_DAY_NONE && phrase->day != chosen->day;
      if (!found || phrase->day > chosen->day)
        *chosen = *phrase;
      found = TRUE;
    }
  return found;
}

LedgerDeadline *
ledger_deadline_parse (const char *text, LedgerDay anchor, char **doubt)
{
  g_autofree char *words = ledger_text_trim (text ? text : "");
  g_autofree char *simple = ledger_date_words_simplify (words);
  g_autoptr (GArray) phrases = ledger_date_phrase_find_all (words, anchor);
  LedgerDatePhrase phrase = { .day = LEDGER_DAY_NONE };
  gboolean several = FALSE;
  gboolean dated = choose_phrase (phrases, &phrase, &several);
  gboolean long_term = is_long_term (simple);
  gboolean immediate = !long_term && is_immediate (simple);
  g_autofree char *sentence = NULL;
  if (dated)
    sentence = describe_doubt (words, &phrase, several, anchor);
  else if (!long_term && !immediate && !says_nothing (simple))
    sentence = describe_unread (words, LEDGER_DATE_DOUBT_NONE);
  if (doubt)
    *doubt = g_steal_pointer (&sentence);
  LedgerPrecision precision = LEDGER_PRECISION_NONE;
  if (long_term || immediate)
    precision = long_term ? LEDGER_PRECISION_LONG_TERM : LEDGER_PRECISION_IMMEDIATE;
  else if (phrase.day != LEDGER_DAY_NONE)
    precision = phrase.precision;
  return ledger_deadline_new (precision, phrase.day, words);
}

/* --- canonical text --- */

char *
ledger_deadline_to_canonical (const LedgerDeadline *deadline)
{
  g_autofree char *iso = ledger_day_to_iso (deadline->day);
  return g_strconcat (precision_words[deadline->precision],
                      " ",
                      iso ? iso : "-",
                      deadline->words[0] ? " " : "",
                      deadline->words,
                      NULL);
}

static gboolean
precision_from_word (const char *word, gsize length, LedgerPrecision *precision)
{
  for (guint i = 0; i < G_N_ELEMENTS (precision_words); i++)
    if (strlen (precision_words[i]) == length && strncmp (word, precision_words[i], length) == 0)
      {
        *precision = (LedgerPrecision)i;
        return TRUE;
      }
  return FALSE;
}

/* A precision that states a date has one; words alone have none. */
static gboolean
fits_precision (LedgerPrecision precision, LedgerDay day)
{
  if (precision == LEDGER_PRECISION_NONE)
    return day == LEDGER_DAY_NONE;
  if (precision == LEDGER_PRECISION_IMMEDIATE || precision == LEDGER_PRECISION_LONG_TERM)
    return TRUE;
  return day != LEDGER_DAY_NONE;
}

LedgerDeadline *
ledger_deadline_from_canonical (const char *text)
{
  const char *first = text ? strchr (text, ' ') : NULL;
  LedgerPrecision precision;
  if (!first || !precision_from_word (text, (gsize)(first - text), &precision))
    return NULL;
  gsize length = strcspn (first + 1, " ");
  g_autofree char *iso = g_strndup (first + 1, length);
  const char *words = first + 1 + length;
  LedgerDay day = g_str_equal (iso, "-") ? LEDGER_DAY_NONE : ledger_day_from_iso (iso);
  if (!g_str_equal (iso, "-") && day == LEDGER_DAY_NONE)
    return NULL;
  if (!fits_precision (precision, day) || (*words == ' ' && words[1] == '\0'))
    return NULL;
  return ledger_deadline_new (precision, day, *words == ' ' ? words + 1 : words);
}

LedgerDay
ledger_deadline_day_of_canonical (const char *text)
{
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_from_canonical (text);
  return deadline ? deadline->day : LEDGER_DAY_NONE;
}

char *
ledger_deadline_to_words (const LedgerDeadline *deadline, LedgerDay today)
{
  g_autofree char *day =
      deadline->day == LEDGER_DAY_NONE ? NULL : ledger_day_to_words (deadline->day, today);
  gboolean says_more = deadline->precision != LEDGER_PRECISION_DAY && deadline->words[0];
  if (day)
    return says_more ? g_strdup_printf (_ ("%s (%s)"), day, deadline->words)
                     : g_steal_pointer (&day);
  if (deadline->precision == LEDGER_PRECISION_NONE)
    return says_more && !says_nothing (deadline->words)
               ? g_strdup_printf (_ ("%s (%s)"), C_ ("deadline", "open"), deadline->words)
               : g_strdup (C_ ("deadline", "open"));
  if (says_more)
    return g_strdup (deadline->words);
  return g_strdup (deadline->precision == LEDGER_PRECISION_IMMEDIATE
                       ? C_ ("deadline", "at once")
                       : C_ ("deadline", "long-term"));
}

char *
ledger_deadline_to_entry (const LedgerDeadline *deadline)
{
  gboolean bare = deadline->words[0] == '\0'
                  || (deadline->precision == LEDGER_PRECISION_DAY
                      && ledger_day_from_iso (deadline->words) == deadline->day);
  return bare && deadline->day != LEDGER_DAY_NONE
             ? ledger_day_to_words (deadline->day, LEDGER_DAY_NONE)
             : g_strdup (deadline->words);
}
