/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-facts-adoption.h"

#include "ledger-document-private.h"
#include "ledger-facts-table-private.h"

struct _LedgerFactsAdoption
{
  LedgerFactsTable *table;
  LedgerFactsTable *other;
  guint generation; /* of the table when it was begun */

  GHashTableIter seen; /* of the other's entries */
  gboolean all_seen;
  guint n_known;          /* … that the table has, too */
  GHashTableIter checked; /* of the table's entries, for those that go */
  GPtrArray *changed;     /* ids, borrowed from the other */
  GPtrArray *going;       /* ids, borrowed from the table */
  GPtrArray *gone;        /* entries: their records may go with them, which live on this thread */
};

LedgerFactsAdoption *
ledger_facts_adoption_new (LedgerFactsTable *table, LedgerFactsTable *other)
{
  LedgerFactsAdoption *self = g_new0 (LedgerFactsAdoption, 1);

  self->table = table;
  self->other = other;
  self->generation = table->generation;
  self->changed = g_ptr_array_new ();
  self->going = g_ptr_array_new ();
  self->gone = g_ptr_array_new_with_free_func (ledger_facts_entry_free);
  g_hash_table_iter_init (&self->seen, other->entries);
  g_hash_table_iter_init (&self->checked, table->entries);
  return self;
}

void
ledger_facts_adoption_free (LedgerFactsAdoption *self)
{
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->going);
  g_ptr_array_unref (self->gone);
  g_free (self);
}

gboolean
ledger_facts_adoption_is_void (LedgerFactsAdoption *self)
{
  return self->table->generation != self->generation;
}

/* The record that this document has, else the other's, which comes over. */
static void
take_record (LedgerFactsAdoption *self, const char *type_name, gpointer place)
{
  LedgerRecord **record = place;
  LedgerTable *table = ledger_document_peek_table (self->table->document, type_name);
  LedgerRecord *own = *record != NULL && table != NULL
                          ? ledger_table_lookup (table, ledger_record_get_id (*record))
                          : NULL;

  if (own != NULL)
    g_set_object (record, own);
}

static void
look_at (LedgerFactsAdoption *self, const char *id, LedgerFactsEntry *entry)
{
  const LedgerFactsEntry *before = g_hash_table_lookup (self->table->entries, id);

  take_record (self, ledger_issue_record_type.name, &entry->facts.issue);
  take_record (self, ledger_claim_record_type.name, &entry->facts.claim);
  self->n_known += before != NULL;
  if (before == NULL || (before->compared && entry->signoffs != NULL)
      || !ledger_issue_facts_equal (&before->facts, &entry->facts))
    g_ptr_array_add (self->changed, (gpointer)id);
}

gboolean
ledger_facts_adoption_step (LedgerFactsAdoption *self, guint *budget)
{
  gpointer id, entry;

  g_return_val_if_fail (!ledger_facts_adoption_is_void (self), TRUE);
  for (; !self->all_seen && *budget > 0; (*budget)--)
    if (g_hash_table_iter_next (&self->seen, &id, &entry))
      look_at (self, id, entry);
    else
      self->all_seen = TRUE;
  if (!self->all_seen)
    return FALSE;
  if (self->n_known == g_hash_table_size (self->table->entries))
    return TRUE;
  for (; *budget > 0; (*budget)--)
    {
      if (!g_hash_table_iter_next (&self->checked, &id, NULL))
        return TRUE;
      if (!g_hash_table_contains (self->other->entries, id))
        g_ptr_array_add (self->going, id);
    }
  return FALSE;
}

void
ledger_facts_adoption_finish (LedgerFactsAdoption *self)
{
  LedgerFactsTable *table = self->table;
  LedgerFactsTable *other = self->other;
  GHashTable *before = table->entries;

  g_return_if_fail (!ledger_facts_adoption_is_void (self));
  for (guint i = 0; i < self->changed->len; i++)
    ledger_facts_table_note_change (table, self->changed->pdata[i]);
  for (guint i = 0; i < self->going->len; i++)
    {
      gpointer id, entry;
      g_hash_table_steal_extended (before, self->going->pdata[i], &id, &entry);
      g_hash_table_add (table->changed, id);
      g_ptr_array_add (self->gone, entry);
    }
  table->entries = other->entries;
  other->entries = before;
  table->generation++;
  ledger_facts_maker_renew (table->maker);
  g_hash_table_unref (table->conflicts);
  table->conflicts = g_hash_table_ref (other->conflicts);
}

gboolean
ledger_facts_adoption_drop (LedgerFactsAdoption *self, guint *budget)
{
  const guint n = MIN (*budget, self->gone->len);

  g_ptr_array_set_size (self->gone, (int)(self->gone->len - n));
  *budget -= n;
  return self->gone->len == 0;
}
