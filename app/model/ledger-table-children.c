/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-private.h"

/* What stands below a record of another table, in its order. */

typedef struct
{
  GPtrArray *records; /* not owned: `by_id` holds them */
  gboolean sorted;
} Children;

static void
children_free (gpointer data)
{
  Children *children = data;
  g_ptr_array_unref (children->records);
  g_free (children);
}

void
ledger_table_add_child (LedgerTable *self, LedgerRecord *record)
{
  const char *parent = ledger_record_get_parent_id (record);

  if (self->children == NULL || parent == NULL)
    return;
  Children *children = g_hash_table_lookup (self->children, parent);
  if (children == NULL)
    {
      children = g_new0 (Children, 1);
      children->records = g_ptr_array_new ();
      g_hash_table_insert (self->children, g_strdup (parent), children);
    }
  g_ptr_array_add (children->records, record);
  children->sorted = FALSE;
}

void
ledger_table_remove_child (LedgerTable *self, LedgerRecord *record)
{
  const char *parent = ledger_record_get_parent_id (record);

  if (self->children == NULL || parent == NULL)
    return;
  Children *children = g_hash_table_lookup (self->children, parent);
  if (children != NULL)
    g_ptr_array_remove (children->records, record);
}

static void
index_children (LedgerTable *self)
{
  GHashTableIter iter;
  gpointer record;

  self->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, children_free);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    ledger_table_add_child (self, record);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return ledger_record_compare (*(LedgerRecord *const *)a, *(LedgerRecord *const *)b);
}

const GPtrArray *
ledger_table_get_children (LedgerTable *self, const char *parent_id)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), NULL);

  if (parent_id == NULL)
    return self->no_children;
  if (self->children == NULL)
    index_children (self);
  Children *children = g_hash_table_lookup (self->children, parent_id);
  if (children == NULL)
    return self->no_children;
  if (!children->sorted)
    g_ptr_array_sort (children->records, compare_places);
  children->sorted = TRUE;
  return children->records;
}

gboolean
ledger_table_collect_children (
    LedgerTable *self, LedgerStore *store, const char *parent_id, GHashTable *ids, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), FALSE);

  const GPtrArray *present = ledger_table_get_children (self, parent_id);
  for (guint i = 0; i < present->len; i++)
    g_hash_table_add (ids, g_strdup (ledger_record_get_id (present->pdata[i])));
  if (self->select_children == NULL)
    return TRUE;

  g_autoptr (GError) failure = NULL;
  LedgerStatement *statement = ledger_store_prepare (store, self->select_children, error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_text (statement, 0, parent_id);
  while (ledger_statement_step (statement, &failure))
    g_hash_table_add (ids, g_strdup (ledger_statement_get_text (statement, 0)));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
