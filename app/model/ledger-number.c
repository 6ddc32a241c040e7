/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-number.h"

/* The numerals from TEXT on, without leading zeros. *END is behind them. */
static const char *
skip_zeros (const char *text, const char **end)
{
  while (text[0] == '0' && g_ascii_isdigit (text[1]))
    text++;
  *end = text;
  while (g_ascii_isdigit (**end))
    (*end)++;
  return text;
}

char *
ledger_number_sort_key (const char *number)
{
  if (number == NULL)
    return NULL;

  /* Each numeral is preceded by a letter for its length: more digits, later. */
  GString *key = g_string_new (NULL);
  while (*number != '\0')
    if (g_ascii_isdigit (*number))
      {
        const char *end;
        const char *digits = skip_zeros (number, &end);
        g_string_append_c (key, (char)('a' + MIN (end - digits, 25)));
        g_string_append_len (key, digits, end - digits);
        number = end;
      }
    else
      g_string_append_c (key, *number++);
  return g_string_free (key, FALSE);
}

void
ledger_number_pack (const char *number, guint64 key[2])
{
  key[0] = key[1] = 0;
  for (guint part = 0; number != NULL && *number != '\0' && part < 8;)
    if (g_ascii_isdigit (*number))
      {
        const char *end;
        const char *digits = skip_zeros (number, &end);
        guint64 numeral = end - digits > 5 ? G_MAXUINT16 : g_ascii_strtoull (digits, NULL, 10);
        key[part / 4] |= MIN (numeral, (guint64)G_MAXUINT16) << (48 - 16 * (part % 4));
        number = end;
        part++;
      }
    else
      number++;
}
