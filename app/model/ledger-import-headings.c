/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-headings.h"

#include "ledger-heading.h"
#include "ledger-text.h"

struct _LedgerImportHeadings
{
  GHashTable *ids; /* "parent\nfolded text" to id */
};

static char *
make_key (const char *parent_id, const char *text)
{
  g_autofree char *folded = ledger_text_fold (text ? text : "");
  return g_strconcat (parent_id ? parent_id : "", "\n", folded, NULL);
}

static void
remember (LedgerImportHeadings *headings, const char *parent_id, const char *text, const char *id)
{
  char *key = make_key (parent_id, text);
  if (g_hash_table_contains (headings->ids, key))
    g_free (key);
  else
    g_hash_table_insert (headings->ids, key, g_strdup (id));
}

/* Present wordings come first: a new heading may bear the name that another one once had. */
static void
remember_imported (LedgerImportHeadings *headings, LedgerDocument *document, LedgerRecord *heading)
{
  LedgerStore *store = ledger_document_get_store (document);
  const char *id = ledger_record_get_id (heading);
  g_autoptr (LedgerValue) last = ledger_store_get_last_import (store, "heading", id, "text", NULL);
  if (last && ledger_value_get_text (last))
    remember (headings,
              ledger_record_get_text (heading, LEDGER_HEADING_PARENT),
              ledger_value_get_text (last),
              id);
}

LedgerImportHeadings *
ledger_import_headings_new (LedgerDocument *document)
{
  LedgerImportHeadings *headings = g_new0 (LedgerImportHeadings, 1);
  headings->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!document)
    return headings;
  LedgerTable *table = ledger_document_get_table (document, "heading");
  guint n = ledger_table_get_n_records (table);
  for (guint i = 0; i < n; i++)
    {
      LedgerRecord *heading = ledger_table_get_record (table, i);
      remember (headings,
                ledger_record_get_text (heading, LEDGER_HEADING_PARENT),
                ledger_record_get_text (heading, LEDGER_HEADING_TEXT),
                ledger_record_get_id (heading));
    }
  for (guint i = 0; i < n; i++)
    remember_imported (headings, document, ledger_table_get_record (table, i));
  return headings;
}

void
ledger_import_headings_free (LedgerImportHeadings *headings)
{
  if (!headings)
    return;
  g_hash_table_unref (headings->ids);
  g_free (headings);
}

const char *
ledger_import_headings_find (LedgerImportHeadings *headings,
                             const char *parent_id,
                             const char *text)
{
  g_autofree char *key = make_key (parent_id, text);
  return g_hash_table_lookup (headings->ids, key);
}

const char *
ledger_import_headings_resolve (LedgerImportHeadings *headings, const char *const *path)
{
  const char *id = NULL;
  for (guint i = 0; path && path[i]; i++)
    {
      id = ledger_import_headings_find (headings, id, path[i]);
      if (!id)
        return NULL;
    }
  return id;
}

const char *
ledger_import_headings_add (LedgerImportHeadings *headings,
                            const char *parent_id,
                            const char *text,
                            const char *id)
{
  remember (headings, parent_id, text, id);
  return ledger_import_headings_find (headings, parent_id, text);
}
