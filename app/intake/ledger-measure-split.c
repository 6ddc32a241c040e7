/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure-split.h"

#include "ledger-numeral.h"
#include "ledger-text.h"

/* A line shorter than this is a continuation, not a measure of its own. */
#define SHORTEST_LINE 5

/* Whether 是 stands among the first characters: the numbers before it are of one or two. */
static gboolean
may_be_spoken (const char *text)
{
  for (guint i = 0; i < 3 && *text; i++, text = g_utf8_next_char (text))
    if (i > 0 && g_utf8_get_char (text) == 0x662f)
      return TRUE;
  return FALSE;
}

/* 一是, 二是 …: the enumeration of speeches and plans. */
static guint
parse_spoken (const char *text, gsize *length)
{
  if (!may_be_spoken (text))
    return 0;
  for (guint number = 1; number <= 20; number++)
    {
      g_autofree char *chinese = ledger_numeral_to_chinese (number);
      g_autofree char *spoken = g_strconcat (chinese, "是", NULL);

      if (g_str_has_prefix (text, spoken))
        {
          *length = strlen (spoken);
          return number;
        }
    }
  return 0;
}

static guint
parse_mark (const char *text, guint *style, gsize *length)
{
  guint number = 0;

  *style = ledger_numeral_parse (text, &number, length);
  if (*style != LEDGER_NUMERAL_NONE)
    return number;
  number = parse_spoken (text, length);
  *style = number > 0 ? G_MAXUINT : LEDGER_NUMERAL_NONE;
  return number;
}

/* A mark counts at the beginning (BEFORE is 0 there), after a line break, or after the end of a
 * sentence. */
static gboolean
may_begin (gunichar before)
{
  switch (before)
    {
    case 0:
    case '\n':
    case ' ':
    case ';':
    case 0x3000: /* ideographic space */
    case 0x3002: /* 。 */
    case 0xff1a: /* ： */
    case 0xff1b: /* ； */
      return TRUE;
    default:
      return FALSE;
    }
}

/* （2） and ② run on without a stop before them as often as not; “第（2）项” speaks of another
 * paper. */
static gboolean
may_run_on (guint style, gunichar before)
{
  return (style == LEDGER_NUMERAL_CHINESE_PARENTHESES || style == LEDGER_NUMERAL_ARABIC_PARENTHESES
          || style == LEDGER_NUMERAL_CIRCLED)
         && before != 0x7b2c /* 第 */ && before != 0xff08 /* （ */ && before != '(';
}

static void
add_part (GPtrArray *parts, const char *begin, const char *end)
{
  g_autofree char *part = g_strndup (begin, end - begin);
  g_autofree char *trimmed = ledger_text_trim (part);

  if (*trimmed)
    g_ptr_array_add (parts, g_steal_pointer (&trimmed));
}

/* Takes the text apart where marks of the first mark's style run on from 1; FALSE where there are
 * not two. */
static gboolean
split_at_marks (const char *text, GPtrArray *parts)
{
  const char *begin = NULL;
  guint style = LEDGER_NUMERAL_NONE;
  guint expected = 1;
  gunichar before = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      guint found_style;
      gsize length;
      guint number = may_begin (before) || (begin && may_run_on (style, before))
                         ? parse_mark (at, &found_style, &length)
                         : 0;

      before = g_utf8_get_char (at);
      if (number == 0 || number != expected || (expected > 1 && found_style != style))
        continue;
      if (begin)
        add_part (parts, begin, at);
      else if (at > text)
        add_part (parts, text, at);
      style = found_style;
      begin = at + length;
      expected++;
      before = g_utf8_get_char (g_utf8_prev_char (begin));
      at = begin - 1;
    }
  if (begin)
    add_part (parts, begin, begin + strlen (begin));
  return expected > 2;
}

static void
split_at_lines (const char *text, GPtrArray *parts)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *line = ledger_text_trim (lines[i]);

      if (!*line)
        continue;
      if (g_utf8_strlen (line, -1) < SHORTEST_LINE && parts->len > 0)
        {
          char *longer = g_strconcat (g_ptr_array_index (parts, parts->len - 1), line, NULL);
          g_free (g_ptr_array_index (parts, parts->len - 1));
          g_ptr_array_index (parts, parts->len - 1) = longer;
        }
      else
        g_ptr_array_add (parts, g_steal_pointer (&line));
    }
}

/* A single leading mark (“1.制定计划”) is no part of the measure. */
static void
strip_single_mark (GPtrArray *parts)
{
  guint style;
  gsize length;
  char *only = g_ptr_array_index (parts, 0);

  if (parse_mark (only, &style, &length) != 1 || !only[length])
    return;
  g_ptr_array_index (parts, 0) = ledger_text_trim (only + length);
  g_free (only);
}

GStrv
ledger_measure_split (const char *text)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (!split_at_marks (text, parts))
    {
      g_ptr_array_foreach (parts, (GFunc)(void (*) (void))g_free, NULL);
      g_ptr_array_set_size (parts, 0);
      split_at_lines (text, parts);
    }
  if (parts->len == 1)
    strip_single_mark (parts);
  g_ptr_array_add (parts, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&parts), FALSE);
}
