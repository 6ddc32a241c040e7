/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-private.h"

/* Before it in every row: id, local key, whether contested. */
#define FIRST_COLUMN 3

static void ledger_table_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LedgerTable,
                               ledger_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ledger_table_list_model_init))

static GType
ledger_table_get_item_type (GListModel *model)
{
  return LEDGER_TABLE (model)->record_gtype;
}

static guint
ledger_table_get_n_items (GListModel *model)
{
  return LEDGER_TABLE (model)->records->len;
}

static gpointer
ledger_table_get_item (GListModel *model, guint position)
{
  LedgerTable *self = LEDGER_TABLE (model);
  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
ledger_table_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ledger_table_get_item_type;
  iface->get_n_items = ledger_table_get_n_items;
  iface->get_item = ledger_table_get_item;
}

static void
ledger_table_finalize (GObject *object)
{
  LedgerTable *self = LEDGER_TABLE (object);

  ledger_table_thaw_changed (self);
  g_clear_pointer (&self->children, g_hash_table_unref);
  g_ptr_array_unref (self->no_children);
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->appeared);
  g_ptr_array_unref (self->vanished);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->records);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_free (self->row);
  G_OBJECT_CLASS (ledger_table_parent_class)->finalize (object);
}

static void
ledger_table_class_init (LedgerTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_table_finalize;
}

static void
ledger_table_init (LedgerTable *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->changed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->appeared = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->vanished = g_ptr_array_new_with_free_func (g_object_unref);
  self->no_children = g_ptr_array_new ();
}

/* Names in it are identifiers of constant tables, never anything a person wrote. */
static const char *
make_select (const LedgerRecordType *type, const char *rest)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id, record, deleted IS NOT NULL");

  for (guint i = 0; i < type->n_columns; i++)
    g_string_append_printf (sql, ", \"%s\"", type->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", type->name);
  g_string_append (sql, rest);
  return g_intern_string (sql->str);
}

static const char *
make_select_children (const LedgerRecordType *type, const char *parent)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?", type->name, parent);
  return g_intern_string (sql);
}

LedgerTable *
ledger_table_new (GType record_gtype)
{
  g_return_val_if_fail (g_type_is_a (record_gtype, LEDGER_TYPE_RECORD), NULL);

  LedgerTable *self = g_object_new (LEDGER_TYPE_TABLE, NULL);
  g_autoptr (GTypeClass) klass = g_type_class_ref (record_gtype);

  self->record_gtype = record_gtype;
  self->type = ((LedgerRecordClass *)klass)->type;
  self->parent_column = ledger_record_type_parent_column (self->type);
  self->select_all = make_select (self->type, "");
  self->select_one = make_select (self->type, " WHERE id = ?");
  self->select_slice = make_select (self->type, " WHERE record > ? ORDER BY record LIMIT ?");
  if (self->parent_column != G_MAXUINT)
    self->select_children =
        make_select_children (self->type, self->type->columns[self->parent_column].name);
  self->row = g_new0 (LedgerValue *, self->type->n_columns);
  return self;
}

const LedgerRecordType *
ledger_table_get_record_type (LedgerTable *self)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), NULL);
  return self->type;
}

LedgerRecord *
ledger_table_lookup (LedgerTable *self, const char *id)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), NULL);
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

guint
ledger_table_get_n_records (LedgerTable *self)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), 0);
  return self->records->len;
}

LedgerRecord *
ledger_table_get_record (LedgerTable *self, guint index)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), NULL);
  return index < self->records->len ? self->records->pdata[index] : NULL;
}

GPtrArray *
ledger_table_list_records (LedgerTable *self)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), NULL);

  GPtrArray *records = g_ptr_array_sized_new (g_hash_table_size (self->by_id));
  GHashTableIter iter;
  gpointer record;
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, record);
  return records;
}

/* --- reading --- */

/* Whoever found out something about the records, or their order, did it for the ones before. */
static void
note_reading (LedgerTable *self)
{
  self->generation++;
  g_clear_pointer (&self->order, g_ptr_array_unref);
}

void
ledger_table_take_order (LedgerTable *self, GPtrArray *order)
{
  g_clear_pointer (&self->order, g_ptr_array_unref);
  self->order = order;
}

void
ledger_table_keep_record (LedgerTable *self, LedgerRecord *record)
{
  note_reading (self);
  g_hash_table_insert (self->by_id, (gpointer)ledger_record_get_id (record), record);
  if (self->published)
    g_hash_table_add (self->appeared, g_object_ref (record));
  ledger_table_add_child (self, record);
}

static void
take_new_record (LedgerTable *self, const char *id, gboolean contested)
{
  LedgerRecord *record = ledger_record_new (self->record_gtype, id);

  ledger_record_set_contested (record, contested);
  ledger_record_load (record, self->row);
  ledger_table_keep_record (self, record);
}

void
ledger_table_renew_record (LedgerTable *self, LedgerRecord *record, gboolean contested)
{
  note_reading (self);
  /* Out and in again, for parent and rank may be among what differs. */
  ledger_table_remove_child (self, record);
  g_object_freeze_notify (G_OBJECT (record));
  gboolean differs = ledger_record_load (record, self->row);
  differs = ledger_record_set_contested (record, contested) || differs;
  if (differs && self->published && !g_hash_table_contains (self->appeared, record)
      && g_hash_table_add (self->changed, g_object_ref (record)))
    g_object_freeze_notify (G_OBJECT (record));
  g_object_thaw_notify (G_OBJECT (record));
  ledger_table_add_child (self, record);
}

void
ledger_table_lose_record (LedgerTable *self, LedgerRecord *record)
{
  note_reading (self);
  ledger_table_remove_child (self, record);
  if (g_hash_table_contains (self->changed, record))
    {
      g_object_thaw_notify (G_OBJECT (record));
      g_hash_table_remove (self->changed, record);
    }
  if (!g_hash_table_remove (self->appeared, record) && self->published)
    g_ptr_array_add (self->vanished, g_object_ref (record));
  g_hash_table_remove (self->by_id, ledger_record_get_id (record));
}

static const char *
read_row (LedgerTable *self, LedgerStatement *statement)
{
  for (guint i = 0; i < self->type->n_columns; i++)
    self->row[i] = ledger_statement_dup_value_or_null (statement, FIRST_COLUMN + i);

  const char *id = ledger_statement_get_text (statement, 0);
  LedgerRecord *record = g_hash_table_lookup (self->by_id, id);
  gboolean contested = ledger_statement_get_integer (statement, 2) != 0;
  if (record != NULL)
    ledger_table_renew_record (self, record, contested);
  else
    take_new_record (self, id, contested);
  return id;
}

/* What was there before and is not among SEEN, whose keys are ids, is gone. */
static void
lose_unseen (LedgerTable *self, GHashTable *seen)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, &record))
    if (!g_hash_table_contains (seen, id))
      g_ptr_array_add (lost, record);
  for (guint i = 0; i < lost->len; i++)
    ledger_table_lose_record (self, lost->pdata[i]);
}

gboolean
ledger_table_load_all (LedgerTable *self, LedgerStore *store, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), FALSE);

  g_autoptr (GError) failure = NULL;
  g_autoptr (GHashTable) seen = NULL;
  gint64 position = ledger_store_get_position (store);

  /* One refresh asks for the same rows by themselves and again below their parents. */
  if (position > 0 && position == self->whole_at)
    return TRUE;
  LedgerStatement *statement = ledger_store_prepare (store, self->select_all, error);
  if (statement == NULL)
    return FALSE;
  if (g_hash_table_size (self->by_id) > 0)
    seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (ledger_statement_step (statement, &failure))
    {
      const char *id = read_row (self, statement);
      if (seen != NULL)
        g_hash_table_add (seen, g_strdup (id));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (seen != NULL)
    lose_unseen (self, seen);
  self->whole_at = position;
  return TRUE;
}

gboolean
ledger_table_load_slice (LedgerTable *self,
                         LedgerStore *store,
                         gint64 *last,
                         guint limit,
                         gboolean *done,
                         GError **error)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), FALSE);

  g_autoptr (GError) failure = NULL;
  LedgerStatement *statement = ledger_store_prepare (store, self->select_slice, error);
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, *last);
  ledger_statement_bind_integer (statement, 1, limit);
  for (; ledger_statement_step (statement, &failure); n++)
    {
      *last = ledger_statement_get_integer (statement, 1);
      read_row (self, statement);
    }
  *done = n < limit;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
reload_one (LedgerTable *self, LedgerStore *store, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  LedgerStatement *statement = ledger_store_prepare (store, self->select_one, error);

  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_text (statement, 0, id);
  gboolean living = ledger_statement_step (statement, &failure);
  if (living)
    {
      read_row (self, statement);
      ledger_statement_reset (statement);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  LedgerRecord *record = living ? NULL : g_hash_table_lookup (self->by_id, id);
  if (record != NULL)
    ledger_table_lose_record (self, record);
  return TRUE;
}

gboolean
ledger_table_is_stored (LedgerTable *self, LedgerStore *store, const char *id)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), FALSE);

  LedgerStatement *statement = ledger_store_prepare (store, self->select_one, NULL);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_text (statement, 0, id);
  gboolean stored = ledger_statement_step (statement, NULL);
  ledger_statement_reset (statement);
  return stored;
}

gboolean
ledger_table_is_child_of (LedgerTable *self, const char *parent_type)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), FALSE);
  return self->parent_column != G_MAXUINT
         && g_strcmp0 (self->type->columns[self->parent_column].target, parent_type) == 0;
}

gboolean
ledger_table_reload (LedgerTable *self, LedgerStore *store, GHashTable *ids, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (self), FALSE);

  /* One probe costs about three rows of a scan. */
  if (g_hash_table_size (ids) > 200 + g_hash_table_size (self->by_id) / 3)
    return ledger_table_load_all (self, store, error);

  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!reload_one (self, store, id, error))
      return FALSE;
  return TRUE;
}

GHashTable *
ledger_table_get_appeared (LedgerTable *self)
{
  return self->appeared;
}

const GPtrArray *
ledger_table_get_vanished (LedgerTable *self)
{
  return self->vanished;
}

GHashTable *
ledger_table_get_changed (LedgerTable *self)
{
  return self->changed;
}
