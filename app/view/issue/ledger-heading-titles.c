/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-titles.h"

#include <glib/gi18n-lib.h>

#include "ledger-heading.h"
#include "ledger-numeral.h"

/* Numbers that two headings bear, as after a merge: the log is asked about these only. */
static GHashTable *
find_shared_numbers (const GPtrArray *headings)
{
  GHashTable *shared = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < headings->len; i++)
    {
      const char *number =
          ledger_record_get_text (g_ptr_array_index (headings, i), LEDGER_HEADING_NUMBER);

      if (number != NULL && !g_hash_table_add (seen, (gpointer)number))
        g_hash_table_add (shared, (gpointer)number);
    }
  return shared;
}

const char *
ledger_heading_titles_skip_numeral (const char *text)
{
  gsize length = 0;

  if (ledger_numeral_parse (text, NULL, &length) == LEDGER_NUMERAL_NONE)
    return text;
  const char *rest = text + length;
  while (g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  return *rest != '\0' ? rest : text;
}

static char *
dup_title (LedgerRecord *heading, const char *number)
{
  const char *words = ledger_record_get_text (heading, LEDGER_HEADING_TEXT);
  const char *text =
      number != NULL && words != NULL ? ledger_heading_titles_skip_numeral (words) : words;
  const char *mark = ledger_record_is_contested (heading) ? _ ("(deleted, then changed)") : "";

  return g_strdup_printf ("%s%s%s%s",
                          number != NULL ? number : "",
                          number != NULL ? " " : "",
                          text != NULL ? text : "",
                          mark);
}

GPtrArray *
ledger_heading_titles_list (LedgerDocument *document)
{
  const GPtrArray *headings = ledger_document_get_headings (document);
  g_autoptr (GHashTable) shared = find_shared_numbers (headings);
  GPtrArray *titles = g_ptr_array_new_full (headings->len, g_free);

  for (guint i = 0; i < headings->len; i++)
    {
      LedgerRecord *heading = g_ptr_array_index (headings, i);
      const char *number = ledger_record_get_text (heading, LEDGER_HEADING_NUMBER);
      g_autofree char *shown = number != NULL && g_hash_table_contains (shared, number)
                                   ? ledger_document_dup_number (document, heading)
                                   : NULL;

      g_ptr_array_add (titles, dup_title (heading, shown != NULL ? shown : number));
    }
  return titles;
}
