/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-private.h"

static void
copy_values (LedgerTable *self, LedgerRecord *to, LedgerRecord *from)
{
  for (guint i = 0; i < self->type->n_columns; i++)
    self->row[i] = ledger_value_ref ((LedgerValue *)ledger_record_get_value (from, i));
  ledger_table_renew_record (self, to, ledger_record_is_contested (from));
}

void
ledger_table_adopt (LedgerTable *self, LedgerTable *other, GHashTable *touched)
{
  g_return_if_fail (LEDGER_IS_TABLE (self));
  g_return_if_fail (LEDGER_IS_TABLE (other) && other->type == self->type);

  GHashTableIter iter;
  gpointer id, record;
  g_hash_table_iter_init (&iter, other->by_id);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      LedgerRecord *own = g_hash_table_lookup (self->by_id, id);
      if (own == NULL)
        ledger_table_keep_record (self, g_object_ref (record));
      else if (touched != NULL && g_hash_table_contains (touched, id))
        copy_values (self, own, record);
    }
  if (g_hash_table_size (self->by_id) > g_hash_table_size (other->by_id))
    ledger_table_lose_unseen (self, other->by_id);
}
