/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-cell-address.h"

#include <string.h>

char *
ledger_cell_address_column (guint column)
{
  char letters[8];
  guint at = sizeof letters - 1;

  letters[at] = '\0';
  /* No digit stands for zero: after Z comes AA, so each step takes one off. */
  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--at] = (char)('A' + (rest - 1) % 26);
  return g_strdup (letters + at);
}

char *
ledger_cell_address_new (guint row, guint column)
{
  g_autofree char *letters = ledger_cell_address_column (column);

  return g_strdup_printf ("%s%u", letters, row + 1);
}

static const char *
skip_dollar (const char *at, const char *end)
{
  return at < end && *at == '$' ? at + 1 : at;
}

gboolean
ledger_cell_address_parse (const char *text, gssize length, guint *row, guint *column)
{
  const char *at = text;
  const char *end = text + (length < 0 ? (gssize)strlen (text) : length);
  guint letters = 0;
  guint digits = 0;

  at = skip_dollar (at, end);
  for (; at < end && g_ascii_isalpha (*at) && letters <= LEDGER_SHEET_MAX_COLUMNS; at++)
    letters = letters * 26 + (guint)(g_ascii_toupper (*at) - 'A') + 1;
  at = skip_dollar (at, end);
  for (; at < end && g_ascii_isdigit (*at) && digits <= LEDGER_SHEET_MAX_ROWS; at++)
    digits = digits * 10 + (guint)(*at - '0');
  if (at != end || letters == 0 || letters > LEDGER_SHEET_MAX_COLUMNS || digits == 0
      || digits > LEDGER_SHEET_MAX_ROWS)
    return FALSE;
  *row = digits - 1;
  *column = letters - 1;
  return TRUE;
}
