/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-reading.h"

/* How far a refresh reaches beyond the records that an edit touched: with one that came or went
 * everything below it comes or goes (LOG 10). */

typedef struct
{
  LedgerDocument *document;
  guint limit;
  guint n;          /* found so far */
  GPtrArray *types; /* of what is to be followed, borrowed names … */
  GPtrArray *ids;   /* … and ids, in step */
} Reach;

static void
reach_clear (Reach *reach)
{
  g_ptr_array_unref (reach->types);
  g_ptr_array_unref (reach->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reach, reach_clear)

static void
push (Reach *reach, const char *type_name, const char *id)
{
  g_ptr_array_add (reach->types, (gpointer)type_name);
  g_ptr_array_add (reach->ids, g_strdup (id));
}

/* Of records that are here before and after only themselves are read. */
static void
take_named (const char *type_name, const char *id, gpointer data)
{
  Reach *reach = data;
  LedgerDocument *document = reach->document;
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), type_name);
  LedgerTable *table = type != NULL ? ledger_document_peek_table (document, type->name) : NULL;

  if (table != NULL
      && (ledger_table_lookup (table, id) != NULL)
             != ledger_table_is_stored (table, document->store, id))
    push (reach, type->name, id);
}

/* FALSE: beyond the limit, or it cannot be told. */
static gboolean
follow (Reach *reach, LedgerTable *child, const char *parent_id)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  if (!ledger_table_collect_children (child, reach->document->store, parent_id, ids, NULL))
    return FALSE;
  reach->n += g_hash_table_size (ids);
  if (reach->n > reach->limit)
    return FALSE;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    push (reach, ledger_table_get_record_type (child)->name, id);
  return TRUE;
}

static gboolean
follow_one (Reach *reach, const char *type_name, const char *id)
{
  GPtrArray *tables = reach->document->tables;

  for (guint i = 0; i < tables->len; i++)
    {
      LedgerTable *child = tables->pdata[i];

      if (child != NULL && ledger_table_is_child_of (child, type_name)
          && !follow (reach, child, id))
        return FALSE;
    }
  return TRUE;
}

gboolean
ledger_document_reaches_many (LedgerDocument *self, guint limit)
{
  g_auto (Reach) reach = {
    .document = self,
    .limit = limit,
    .types = g_ptr_array_new (),
    .ids = g_ptr_array_new_with_free_func (g_free),
  };

  if (!ledger_store_foreach_named (self->store, self->position, take_named, &reach, NULL))
    return FALSE;
  for (guint i = 0; i < reach.ids->len; i++)
    if (!follow_one (&reach, reach.types->pdata[i], reach.ids->pdata[i]))
      return reach.n > limit;
  return FALSE;
}
