/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-list.h"

struct _LedgerSignoffList
{
  GArray *facts;      /* LedgerSignoffFact, pointing into the following */
  GPtrArray *ids;     /* char* */
  GPtrArray *headers; /* LedgerSignoffText* */
};

static const char select_all[] = "SELECT id, issue, body FROM signoff WHERE issue IS NOT NULL";
static const char select_of_issue[] = "SELECT id, issue, body FROM signoff WHERE issue = ?";
static const char select_body[] = "SELECT body FROM signoff WHERE id = ?";

static LedgerSignoffList *
list_new (void)
{
  LedgerSignoffList *list = g_new0 (LedgerSignoffList, 1);
  list->facts = g_array_new (FALSE, TRUE, sizeof (LedgerSignoffFact));
  list->ids = g_ptr_array_new_with_free_func (g_free);
  list->headers = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_signoff_text_free);
  return list;
}

void
ledger_signoff_list_free (LedgerSignoffList *list)
{
  g_array_unref (list->facts);
  g_ptr_array_unref (list->ids);
  g_ptr_array_unref (list->headers);
  g_free (list);
}

/* A text that is none says nothing about the state; verify reports it. */
static void
list_add (LedgerSignoffList *list, LedgerStatement *row)
{
  const char *body = ledger_statement_get_text (row, 2);
  LedgerSignoffText *header = body != NULL ? ledger_canonical_parse (body, NULL) : NULL;

  if (header == NULL)
    return;
  LedgerSignoffFact fact = {
    .id = g_strdup (ledger_statement_get_text (row, 0)),
    .step = header->step,
    .decision = header->decision,
    .previous = (const char *const *)header->previous,
    .time = header->time,
    .signer = header->signer_id,
  };
  g_ptr_array_add (list->ids, (gpointer)fact.id);
  g_ptr_array_add (list->headers, header);
  g_array_append_val (list->facts, fact);
}

LedgerSignoffList *
ledger_signoff_list_read (LedgerStore *store, const char *issue_id, GError **error)
{
  g_autoptr (LedgerSignoffList) list = list_new ();
  g_autoptr (GError) failure = NULL;
  LedgerStatement *row = ledger_store_prepare (store, select_of_issue, error);

  if (row == NULL)
    return NULL;
  ledger_statement_bind_text (row, 0, issue_id);
  while (ledger_statement_step (row, &failure))
    list_add (list, row);
  if (failure == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GHashTable *
ledger_signoff_list_read_all (LedgerStore *store, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify)ledger_signoff_list_free);
  g_autoptr (GError) failure = NULL;
  LedgerStatement *row = ledger_store_prepare (store, select_all, error);

  if (row == NULL)
    return NULL;
  while (ledger_statement_step (row, &failure))
    {
      const char *issue = ledger_statement_get_text (row, 1);
      LedgerSignoffList *list = g_hash_table_lookup (all, issue);
      if (list == NULL)
        {
          list = list_new ();
          g_hash_table_insert (all, g_strdup (issue), list);
        }
      list_add (list, row);
    }
  if (failure == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

const LedgerSignoffFact *
ledger_signoff_list_get_facts (LedgerSignoffList *list, guint *n_facts)
{
  *n_facts = list != NULL ? list->facts->len : 0;
  return *n_facts > 0 ? (const LedgerSignoffFact *)list->facts->data : NULL;
}

gint64
ledger_signoff_list_get_time (LedgerSignoffList *list, const char *id)
{
  for (guint i = 0; list != NULL && id != NULL && i < list->facts->len; i++)
    {
      const LedgerSignoffFact *fact = &g_array_index (list->facts, LedgerSignoffFact, i);
      if (g_str_equal (fact->id, id))
        return fact->time;
    }
  return 0;
}

char *
ledger_signoff_list_dup_body (LedgerStore *store, const char *id)
{
  LedgerStatement *row = ledger_store_prepare (store, select_body, NULL);

  if (row == NULL)
    return NULL;
  ledger_statement_bind_text (row, 0, id);
  if (!ledger_statement_step (row, NULL))
    return NULL;
  char *body = g_strdup (ledger_statement_get_text (row, 0));
  ledger_statement_reset (row);
  return body;
}
