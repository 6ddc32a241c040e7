/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-adoption.h"

#include "ledger-table-private.h"

struct _LedgerTableAdoption
{
  LedgerTable *table;
  LedgerTable *other;
  GHashTable *touched;
  guint generation; /* of the table when it was begun */

  guint n_seen;    /* of the other's records */
  guint n_known;   /* … that the table has, too */
  guint n_checked; /* of the table's records, for those that go */
  GPtrArray *order;
  GPtrArray *coming;
  GPtrArray *going;
  GPtrArray *renewed; /* of the table … */
  GPtrArray *values;  /* … and those of the other whose values they get, in step */
};

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

LedgerTableAdoption *
ledger_table_adoption_new (LedgerTable *table, LedgerTable *other, GHashTable *touched)
{
  g_return_val_if_fail (LEDGER_IS_TABLE (table), NULL);
  g_return_val_if_fail (LEDGER_IS_TABLE (other) && other->type == table->type, NULL);

  LedgerTableAdoption *self = g_new0 (LedgerTableAdoption, 1);
  self->table = g_object_ref (table);
  self->other = g_object_ref (other);
  self->touched = touched != NULL ? g_hash_table_ref (touched) : NULL;
  self->generation = table->generation;
  self->order = g_ptr_array_new_full (other->records->len, g_object_unref);
  self->coming = new_records ();
  self->going = new_records ();
  self->renewed = new_records ();
  self->values = new_records ();
  return self;
}

void
ledger_table_adoption_free (LedgerTableAdoption *self)
{
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_ptr_array_unref (self->coming);
  g_ptr_array_unref (self->going);
  g_ptr_array_unref (self->renewed);
  g_ptr_array_unref (self->values);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_object_unref (self->table);
  g_object_unref (self->other);
  g_free (self);
}

gboolean
ledger_table_adoption_is_void (LedgerTableAdoption *self)
{
  return self->table->generation != self->generation;
}

static void
look_at (LedgerTableAdoption *self, LedgerRecord *record)
{
  const char *id = ledger_record_get_id (record);
  LedgerRecord *own = g_hash_table_lookup (self->table->by_id, id);

  g_ptr_array_add (self->order, g_object_ref (own != NULL ? own : record));
  if (own == NULL)
    {
      g_ptr_array_add (self->coming, g_object_ref (record));
      return;
    }
  self->n_known++;
  if (self->touched != NULL && g_hash_table_contains (self->touched, id))
    {
      g_ptr_array_add (self->renewed, g_object_ref (own));
      g_ptr_array_add (self->values, g_object_ref (record));
    }
}

static void
check (LedgerTableAdoption *self, LedgerRecord *own)
{
  if (!g_hash_table_contains (self->other->by_id, ledger_record_get_id (own)))
    g_ptr_array_add (self->going, g_object_ref (own));
}

gboolean
ledger_table_adoption_step (LedgerTableAdoption *self, guint *budget)
{
  const GPtrArray *others = self->other->records;
  const GPtrArray *own = self->table->records;

  g_return_val_if_fail (!ledger_table_adoption_is_void (self), TRUE);
  for (; self->n_seen<others->len && * budget> 0; self->n_seen++, (*budget)--)
    look_at (self, others->pdata[self->n_seen]);
  if (self->n_seen < others->len)
    return FALSE;
  /* Most edits take nothing away. */
  if (self->n_known == own->len)
    return TRUE;
  for (; self->n_checked<own->len && * budget> 0; self->n_checked++, (*budget)--)
    check (self, own->pdata[self->n_checked]);
  return self->n_checked == own->len;
}

gboolean
ledger_table_adoption_moves (LedgerTableAdoption *self)
{
  return self->coming->len + self->going->len > 0;
}

static void
copy_values (LedgerTable *table, LedgerRecord *to, LedgerRecord *from)
{
  for (guint i = 0; i < table->type->n_columns; i++)
    table->row[i] = ledger_value_ref ((LedgerValue *)ledger_record_get_value (from, i));
  ledger_table_renew_record (table, to, ledger_record_is_contested (from));
}

void
ledger_table_adoption_finish (LedgerTableAdoption *self)
{
  LedgerTable *table = self->table;

  g_return_if_fail (!ledger_table_adoption_is_void (self));
  for (guint i = 0; i < self->renewed->len; i++)
    copy_values (table, self->renewed->pdata[i], self->values->pdata[i]);
  for (guint i = 0; i < self->going->len; i++)
    ledger_table_lose_record (table, self->going->pdata[i]);
  for (guint i = 0; i < self->coming->len; i++)
    ledger_table_keep_record (table, g_object_ref (self->coming->pdata[i]));
  ledger_table_take_order (table, g_steal_pointer (&self->order));
}

gboolean
ledger_table_adoption_drop (LedgerTableAdoption *self, guint *budget)
{
  const guint n = MIN (*budget, self->going->len);

  g_ptr_array_set_size (self->going, (int)(self->going->len - n));
  *budget -= n;
  return self->going->len == 0;
}
