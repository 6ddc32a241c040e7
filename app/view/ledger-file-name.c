/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-file-name.h"

static gboolean
has_suffix (GFile *file, const char *const *suffixes)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  for (gsize i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

gboolean
ledger_file_name_is_sheet (GFile *file)
{
  static const char *const suffixes[] = {
    ".xlsx", ".xlsm", ".csv", ".tsv", ".xls", ".et", NULL,
  };

  return has_suffix (file, suffixes);
}

gboolean
ledger_file_name_is_ledger (GFile *file)
{
  static const char *const suffixes[] = { ".zgl", NULL };

  return has_suffix (file, suffixes);
}
