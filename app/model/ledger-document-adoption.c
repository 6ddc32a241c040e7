/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-adoption.h"

#include "ledger-facts-adoption.h"
#include "ledger-table-adoption.h"

/* Records looked at in one slice: some 3 ms on an office PC. */
#define SLICE 4000

struct _LedgerDocumentAdoption
{
  LedgerDocument *document;
  LedgerDocument *found;
  GHashTable *touched;

  guint place;       /* of the table that is looked at */
  gboolean moves;    /* records come or go in a table before it */
  GPtrArray *before; /* LedgerTable of the document as they were looked at; NULL: not loaded */
  GPtrArray *tables; /* LedgerTableAdoption, in step; NULL: stays as it is */
  LedgerFactsAdoption *facts;
};

static void
free_table (gpointer adoption)
{
  g_clear_pointer ((LedgerTableAdoption **)&adoption, ledger_table_adoption_free);
}

static void
begin (LedgerDocumentAdoption *self)
{
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->facts, ledger_facts_adoption_free);
  self->tables = g_ptr_array_new_with_free_func (free_table);
  g_ptr_array_set_size (self->before, 0);
  self->place = 0;
  self->moves = FALSE;
}

LedgerDocumentAdoption *
ledger_document_adoption_new (LedgerDocument *document, LedgerDocument *found, GHashTable *touched)
{
  LedgerDocumentAdoption *self = g_new0 (LedgerDocumentAdoption, 1);

  self->document = document;
  self->found = g_object_ref (found);
  self->touched = g_hash_table_ref (touched);
  self->before = g_ptr_array_new ();
  begin (self);
  return self;
}

void
ledger_document_adoption_free (LedgerDocumentAdoption *self)
{
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->before);
  g_clear_pointer (&self->facts, ledger_facts_adoption_free);
  g_hash_table_unref (self->touched);
  g_object_unref (self->found);
  g_free (self);
}

gboolean
ledger_document_adoption_drop (LedgerDocumentAdoption *self)
{
  guint budget = SLICE / 2; /* freeing takes longer than looking */

  if (self->facts != NULL && !ledger_facts_adoption_drop (self->facts, &budget))
    return FALSE;
  for (guint i = 0; i < self->tables->len; i++)
    if (self->tables->pdata[i] != NULL
        && !ledger_table_adoption_drop (self->tables->pdata[i], &budget))
      return FALSE;
  return TRUE;
}

static gboolean
is_void (LedgerDocumentAdoption *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      LedgerTableAdoption *table = self->tables->pdata[i];

      if (self->before->pdata[i] != self->document->tables->pdata[i]
          || (table != NULL && ledger_table_adoption_is_void (table)))
        return TRUE;
    }
  return self->facts != NULL && ledger_facts_adoption_is_void (self->facts);
}

/* Where nothing was touched and nothing has come or gone above, nothing has here (LOG 10); parents
 * stand before children. */
static LedgerTableAdoption *
begin_table (LedgerDocumentAdoption *self)
{
  LedgerTable *own = self->document->tables->pdata[self->place];
  LedgerTable *other = self->found->tables->pdata[self->place];
  GHashTable *touched =
      g_hash_table_lookup (self->touched, ledger_table_get_record_type (other)->name);

  return own != NULL && (self->moves || touched != NULL)
             ? ledger_table_adoption_new (own, other, touched)
             : NULL;
}

static gboolean
step_table (LedgerDocumentAdoption *self, guint *budget)
{
  if (self->tables->len == self->place)
    {
      g_ptr_array_add (self->before, self->document->tables->pdata[self->place]);
      g_ptr_array_add (self->tables, begin_table (self));
    }
  LedgerTableAdoption *table = self->tables->pdata[self->place];
  if (table != NULL && !ledger_table_adoption_step (table, budget))
    return FALSE;
  self->moves = self->moves || self->before->pdata[self->place] == NULL
                || (table != NULL && ledger_table_adoption_moves (table));
  self->place++;
  return TRUE;
}

gboolean
ledger_document_adoption_step (LedgerDocumentAdoption *self)
{
  guint budget = SLICE;

  if (is_void (self))
    begin (self);
  while (self->place < self->found->tables->len)
    if (!step_table (self, &budget))
      return FALSE;
  if (self->facts == NULL)
    self->facts = ledger_facts_adoption_new (self->document->facts, self->found->facts);
  return ledger_facts_adoption_step (self->facts, &budget);
}

static void
finish_tables (LedgerDocumentAdoption *self)
{
  GPtrArray *tables = self->document->tables;

  for (guint i = 0; i < tables->len; i++)
    if (self->tables->pdata[i] != NULL)
      ledger_table_adoption_finish (self->tables->pdata[i]);
    else if (tables->pdata[i] == NULL)
      tables->pdata[i] = g_object_ref (self->found->tables->pdata[i]);
}

void
ledger_document_adoption_finish (LedgerDocumentAdoption *self)
{
  LedgerDocument *document = self->document;

  g_return_if_fail (self->facts != NULL && !is_void (self));
  /* What was being filled in slices here was read to the end there. */
  ledger_document_stop_filling (document);
  g_clear_pointer (&document->facts_in_order, g_ptr_array_unref);
  finish_tables (self);
  ledger_document_forget_derived (document, NULL);
  document->shows_deleted = document->shows_deleted || self->found->shows_deleted;
  ledger_facts_adoption_finish (self->facts);
  g_clear_pointer (&document->conflicted, g_hash_table_unref);
  document->conflicted = g_steal_pointer (&self->found->conflicted);
  document->position = self->found->position;
}
