/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-numeral.h"

#include <string.h>

#define CHINESE_LAST 9999
/* A longer number in front of a text is a year or an amount. */
#define ARABIC_DIGITS 3
#define CIRCLED_LAST 50

static const char *const chinese_digits[] = { "零", "一", "二", "三", "四",
                                              "五", "六", "七", "八", "九" };
static const char *const chinese_units[] = { "", "十", "百", "千" };

char *
ledger_numeral_to_chinese (guint number)
{
  if (number == 0 || number > CHINESE_LAST)
    return g_strdup_printf ("%u", number);

  g_autoptr (GString) text = g_string_new (NULL);
  guint scale = 1000;
  gboolean gap = FALSE;
  for (int unit = 3; unit >= 0; unit--, scale /= 10)
    {
      guint digit = number / scale % 10;
      if (digit == 0)
        {
          gap = text->len > 0;
          continue;
        }
      if (gap)
        g_string_append (text, chinese_digits[0]);
      gap = FALSE;
      /* 十二, but 一百一十二. */
      if (!(digit == 1 && unit == 1 && text->len == 0))
        g_string_append (text, chinese_digits[digit]);
      g_string_append (text, chinese_units[unit]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gunichar
circled (guint number)
{
  if (number <= 20)
    return 0x2460 + number - 1;
  return number <= 35 ? 0x3251 + number - 21 : 0x32b1 + number - 36;
}

/* Each of these moves *CURSOR behind what it took and leaves it alone otherwise. */

static gboolean
take (const char **cursor, const char *word)
{
  if (!g_str_has_prefix (*cursor, word))
    return FALSE;
  *cursor += strlen (word);
  return TRUE;
}

static gboolean
take_any (const char **cursor, const char *const *words)
{
  for (; *words != NULL; words++)
    if (take (cursor, *words))
      return TRUE;
  return FALSE;
}

static int
take_digit (const char **cursor)
{
  gunichar c = g_utf8_get_char (*cursor);
  if (c >= 0xff10 && c <= 0xff19)
    c = c - 0xff10 + '0';
  if (c < '0' || c > '9')
    return -1;
  *cursor = g_utf8_next_char (*cursor);
  return (int)(c - '0');
}

static guint
take_arabic (const char **cursor)
{
  const char *at = *cursor;
  guint number = 0;
  int count = 0;

  for (int digit = take_digit (&at); digit >= 0; digit = take_digit (&at), count++)
    number = count < ARABIC_DIGITS ? number * 10 + (guint)digit : 0;
  if (count == 0 || count > ARABIC_DIGITS || number == 0)
    return 0;
  *cursor = at;
  return number;
}

static int
take_one_of (const char **cursor, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (*words[i] != '\0' && take (cursor, words[i]))
      return (int)i;
  return -1;
}

/* Only what ledger_numeral_to_chinese writes: 二〇二六 and 十五十 are no numbers. */
static guint
take_chinese (const char **cursor)
{
  const char *at = *cursor;
  const guint scales[] = { 1, 10, 100, 1000 };
  guint number = 0, digit = 0;

  for (int count = 0; count < 8; count++)
    {
      int found = take_one_of (&at, chinese_digits, G_N_ELEMENTS (chinese_digits));
      if (found >= 0)
        {
          digit = (guint)found;
          continue;
        }
      found = take_one_of (&at, chinese_units, G_N_ELEMENTS (chinese_units));
      if (found < 0)
        break;
      number += (digit == 0 ? 1 : digit) * scales[found];
      digit = 0;
    }
  number += digit;

  g_autofree char *canonical = ledger_numeral_to_chinese (number);
  if (number == 0 || strlen (canonical) != (gsize)(at - *cursor)
      || !g_str_has_prefix (*cursor, canonical))
    return 0;
  *cursor = at;
  return number;
}

static guint
take_circled (const char **cursor)
{
  gunichar c = g_utf8_get_char (*cursor);
  for (guint number = 1; number <= CIRCLED_LAST; number++)
    if (circled (number) == c)
      {
        *cursor = g_utf8_next_char (*cursor);
        return number;
      }
  return 0;
}

static LedgerNumeralStyle
take_in_parentheses (const char **cursor, guint *number)
{
  static const char *const closing[] = { "）", ")", NULL };
  LedgerNumeralStyle style = LEDGER_NUMERAL_CHINESE_PARENTHESES;

  *number = take_chinese (cursor);
  if (*number == 0)
    {
      style = LEDGER_NUMERAL_ARABIC_PARENTHESES;
      *number = take_arabic (cursor);
    }
  return *number != 0 && take_any (cursor, closing) ? style : LEDGER_NUMERAL_NONE;
}

static LedgerNumeralStyle
take_arabic_mark (const char **cursor)
{
  static const char *const closing[] = { "）", ")", NULL };
  static const char *const points[] = { ".", "．", NULL };

  if (take (cursor, "、"))
    return LEDGER_NUMERAL_ARABIC;
  if (take_any (cursor, closing))
    return LEDGER_NUMERAL_ARABIC_PARENTHESES;
  const char *behind;
  if (!take_any (cursor, points))
    return LEDGER_NUMERAL_NONE;
  behind = *cursor;
  return take_digit (&behind) < 0 ? LEDGER_NUMERAL_ARABIC : LEDGER_NUMERAL_NONE;
}

static LedgerNumeralStyle
take_any_style (const char **cursor, guint *number)
{
  static const char *const opening[] = { "（", "(", NULL };
  static const char *const marks[] = { "、", "．", ".", NULL };

  if (take_any (cursor, opening))
    return take_in_parentheses (cursor, number);
  if ((*number = take_circled (cursor)) != 0)
    return LEDGER_NUMERAL_CIRCLED;
  if ((*number = take_chinese (cursor)) != 0)
    return take_any (cursor, marks) ? LEDGER_NUMERAL_CHINESE : LEDGER_NUMERAL_NONE;
  if ((*number = take_arabic (cursor)) != 0)
    return take_arabic_mark (cursor);
  return LEDGER_NUMERAL_NONE;
}

LedgerNumeralStyle
ledger_numeral_parse (const char *text, guint *number, gsize *length)
{
  g_return_val_if_fail (text != NULL, LEDGER_NUMERAL_NONE);

  const char *cursor = text;
  guint value = 0;
  LedgerNumeralStyle style = take_any_style (&cursor, &value);
  gboolean found = style != LEDGER_NUMERAL_NONE;
  if (number != NULL)
    *number = found ? value : 0;
  if (length != NULL)
    *length = found ? (gsize)(cursor - text) : 0;
  return style;
}
