/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-text.h"

#include <string.h>

enum
{
  ESCAPE_LENGTH = 7, /* _xHHHH_ */
};

static gboolean
read_escape (const char *at, gsize left, gunichar *unit)
{
  *unit = 0;
  if (left < ESCAPE_LENGTH || at[0] != '_' || at[1] != 'x' || at[6] != '_')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return FALSE;
      *unit = *unit * 16 + (gunichar)digit;
    }
  return TRUE;
}

static void
add_character (GString *out, gunichar character)
{
  char bytes[6];

  if (character >= 0xD800 && character <= 0xDFFF)
    character = 0xFFFD;
  if (character == '\t' || character == '\n' || character == '\r'
      || (character >= 0x20 && character != 0x7F))
    g_string_append_len (out, bytes, g_unichar_to_utf8 (character, bytes));
}

/* Characters beyond the first plane come as two escapes. Returns the bytes used. */
static gsize
add_escape (GString *out, const char *at, gsize left, gunichar first)
{
  gunichar second;

  if (first >= 0xD800 && first <= 0xDBFF
      && read_escape (at + ESCAPE_LENGTH, left - ESCAPE_LENGTH, &second) && second >= 0xDC00
      && second <= 0xDFFF)
    {
      add_character (out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
      return 2 * ESCAPE_LENGTH;
    }
  add_character (out, first);
  return ESCAPE_LENGTH;
}

static void
unescape (GString *text)
{
  g_autoptr (GString) out = g_string_sized_new (text->len);
  gsize i = 0;

  while (i < text->len)
    {
      gunichar unit;

      if (read_escape (text->str + i, text->len - i, &unit))
        i += add_escape (out, text->str + i, text->len - i, unit);
      else
        g_string_append_c (out, text->str[i++]);
    }
  g_string_truncate (text, 0);
  g_string_append_len (text, out->str, (gssize)out->len);
}

static void
settle_line_breaks (GString *text)
{
  gsize kept = 0;

  for (gsize i = 0; i < text->len; i++)
    {
      if (text->str[i] != '\r')
        text->str[kept++] = text->str[i];
      else if (i + 1 == text->len || text->str[i + 1] != '\n')
        text->str[kept++] = '\n';
    }
  g_string_truncate (text, kept);
}

void
ledger_xlsx_text_settle (GString *text)
{
  if (strstr (text->str, "_x") != NULL)
    unescape (text);
  if (strchr (text->str, '\r') != NULL)
    settle_line_breaks (text);
}
