/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-cursor.h"

#include <stdlib.h>
#include <string.h>

gboolean
ledger_date_take (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

gboolean
ledger_date_take_any (const char **at, const char *const *words)
{
  for (guint i = 0; words[i]; i++)
    if (ledger_date_take (at, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
ledger_date_take_number (const char **at, gsize min, gsize max, int *number)
{
  gsize length = strspn (*at, "0123456789");
  if (length < min || length > max)
    return FALSE;
  *number = atoi (*at);
  *at += length;
  return TRUE;
}
