/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-words.h"

#include <string.h>

static const struct
{
  gunichar character;
  int value;
} digits[] = {
  { 0x3007, 0 } /* 〇 */, { 0x25CB, 0 } /* ○ */,  { 0x25EF, 0 } /* ◯ */,  { 0x96F6, 0 } /* 零 */,
  { 0x4E00, 1 } /* 一 */, { 0x4E8C, 2 } /* 二 */, { 0x4E24, 2 } /* 两 */, { 0x4E09, 3 } /* 三 */,
  { 0x56DB, 4 } /* 四 */, { 0x4E94, 5 } /* 五 */, { 0x516D, 6 } /* 六 */, { 0x4E03, 7 } /* 七 */,
  { 0x516B, 8 } /* 八 */, { 0x4E5D, 9 } /* 九 */,
};

static int
digit_value (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i].character == character)
      return digits[i].value;
  return character >= '0' && character <= '9' ? (int)character - '0' : -1;
}

/* 十 is 10, 廿 20, 卅 30; anything else 0. */
static int
ten_value (gunichar character)
{
  return character == 0x5341 ? 10 : character == 0x5EFF ? 20 : character == 0x5345 ? 30 : 0;
}

static gunichar
simplify_character (gunichar character)
{
  if (character == 0x3002) /* 。 between digits is typed for a dot */
    return '.';
  if (character == 0x3000 || g_unichar_isspace (character))
    return ' ';
  if (character == 0x2014 || character == 0x2013 || character == 0x2015 || character == 0x2010
      || character == 0x2011 || character == 0x2012 || character == 0x2212 || character == 0x2500
      || character == 0x301C || character == 0x223C || character == 0xFF5E || character == '~')
    return '-';
  if (character >= 0xFF01 && character <= 0xFF5E)
    return character - 0xFEE0;
  return character;
}

static gboolean
is_ascii_digit (gunichar character)
{
  return character >= '0' && character <= '9';
}

/* Blanks only matter between two digits. */
static GArray *
collect_characters (const char *text)
{
  GArray *characters = g_array_new (TRUE, FALSE, sizeof (gunichar));
  gboolean blank = FALSE;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar character = simplify_character (g_utf8_get_char (p));
      gunichar last =
          characters->len ? g_array_index (characters, gunichar, characters->len - 1) : 0;
      gunichar space = ' ';
      if (character == ' ')
        {
          blank = TRUE;
          continue;
        }
      if (blank && is_ascii_digit (last) && is_ascii_digit (character))
        g_array_append_val (characters, space);
      if (character == '-' && last == '-') /* —— */
        continue;
      g_array_append_val (characters, character);
      blank = FALSE;
    }
  return characters;
}

/* Reads a Chinese number at START: 二〇二六 digit by digit, 三十一 by tens. Its length, 0 where
 * there is none; WRITTEN are its digits. */
static guint
read_number (const gunichar *text, guint start, char *written, gsize size)
{
  guint i = start;
  gboolean chinese = FALSE;
  gboolean tens = FALSE;
  guint value = 0;
  gsize length = 0;
  for (; text[i] && length + 1 < size; i++)
    {
      int digit = digit_value (text[i]);
      int ten = ten_value (text[i]);
      if (digit < 0 && !ten)
        break;
      chinese |= !is_ascii_digit (text[i]);
      tens |= ten != 0;
      value = ten == 10 && value > 0 ? value * 10 : value + (guint)(ten ? ten : digit);
      if (digit >= 0)
        written[length++] = (char)('0' + digit);
    }
  written[length] = '\0';
  if (tens)
    g_snprintf (written, size, "%u", value);
  return chinese ? i - start : 0;
}

static gboolean
is_counted (gunichar before, gunichar after)
{
  static const gunichar units[] = { 0x5E74 /* 年 */, 0x6708 /* 月 */, 0x65E5 /* 日 */,
                                    0x53F7 /* 号 */, 0x5B63 /* 季 */, 0x4E2A /* 个 */,
                                    0x5468 /* 周 */, 0x5929 /* 天 */, '-' /* 三-五月 */ };
  if (before == 0x7B2C /* 第 */)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (after == units[i])
      return TRUE;
  return FALSE;
}

/* 每周一, 星期三 are names of days, not numbers. */
static gboolean
is_weekday_name (gunichar before)
{
  return before == 0x5468 /* 周 */ || before == 0x671F /* 期 */;
}

char *
ledger_date_words_simplify (const char *text)
{
  g_autoptr (GArray) characters = collect_characters (text);
  const gunichar *all = (const gunichar *)(gpointer)characters->data;
  GString *simple = g_string_new (NULL);
  gunichar before = 0;
  for (guint i = 0; i < characters->len;)
    {
      char written[16];
      guint length = is_weekday_name (before) ? 0 : read_number (all, i, written, sizeof written);
      if (length > 0 && is_counted (before, all[i + length]))
        g_string_append (simple, written);
      else
        g_string_append_unichar (simple, all[i]);
      if (length > 0 && is_counted (before, all[i + length]))
        i += length;
      else
        i++;
      before = all[i - 1];
    }
  return g_string_free (simple, FALSE);
}
