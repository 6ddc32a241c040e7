/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-name-pool.h"

struct _LedgerNamePool
{
  LedgerDocument *document;
  GHashTable *names; /* id to LedgerValue */
};

LedgerNamePool *
ledger_name_pool_new (LedgerDocument *document)
{
  LedgerNamePool *self = g_new0 (LedgerNamePool, 1);

  self->document = document;
  self->names =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)ledger_value_unref);
  return self;
}

void
ledger_name_pool_free (LedgerNamePool *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

void
ledger_name_pool_forget (LedgerNamePool *self)
{
  g_hash_table_remove_all (self->names);
}

LedgerValue *
ledger_name_pool_ref (LedgerNamePool *self, const char *type_name, const char *id)
{
  LedgerValue *value = id != NULL ? g_hash_table_lookup (self->names, id) : NULL;
  const char *name;

  if (value != NULL)
    return ledger_value_ref (value);
  name = ledger_document_get_name (self->document, type_name, id);
  if (name == NULL)
    return NULL;
  value = ledger_value_new_text (name);
  g_hash_table_insert (self->names, g_strdup (id), ledger_value_ref (value));
  return value;
}
