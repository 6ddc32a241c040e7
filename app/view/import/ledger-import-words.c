/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-words.h"

#include <glib/gi18n-lib.h>

/* Takes WORDS; of what there is none nothing is said. */
static void
add_count (GString *sum, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (sum, "%s%s", sum->len > 0 ? "  " : "", words);
  g_free (words);
}

char *
ledger_import_words_dup_sum (const LedgerSheetCounts *counts, guint absent)
{
  g_autoptr (GString) sum = g_string_new (NULL);

  add_count (
      sum,
      counts->issues,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem", "%u problems", counts->issues),
                       counts->issues));
  add_count (sum,
             counts->headings,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u heading in the list",
                                           "%u headings in the list",
                                           counts->headings),
                              counts->headings));
  add_count (
      sum,
      counts->measures,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u measure", "%u measures", counts->measures),
                       counts->measures));
  add_count (
      sum,
      counts->departments,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u department", "%u departments", counts->departments),
          counts->departments));
  add_count (
      sum,
      counts->people,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", counts->people),
                       counts->people));
  if (absent > 0)
    g_string_append_printf (
        sum,
        g_dngettext (GETTEXT_PACKAGE,
                     "\n%u problem of the ledger is not in the list and stays.",
                     "\n%u problems of the ledger are not in the list and stay.",
                     absent),
        absent);
  return g_string_free (g_steal_pointer (&sum), FALSE);
}

char *
ledger_import_words_dup_button (const LedgerImportChosen *chosen)
{
  if (chosen->issues > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Import %u problem", "Import %u problems", chosen->issues),
        chosen->issues);
  if (chosen->measures > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Import %u measure", "Import %u measures", chosen->measures),
        chosen->measures);
  if (chosen->values > 0)
    return g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "Take over %u change", "Take over %u changes", chosen->values),
        chosen->values);
  return g_strdup (_ ("Import"));
}

char *
ledger_import_words_dup_toast (const LedgerImportChosen *chosen)
{
  if (chosen->values > 0)
    return g_strdup_printf (_ ("Imported %u problems, %u measures, changed %u places"),
                            chosen->issues,
                            chosen->measures,
                            chosen->values);
  if (chosen->measures == 0)
    return g_strdup_printf (_ ("Imported %u problems"), chosen->issues);
  return g_strdup_printf (
      _ ("Imported %u problems, %u measures"), chosen->issues, chosen->measures);
}
