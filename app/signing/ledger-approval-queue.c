/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-approval-queue.h"

#include "ledger-approval-rule.h"
#include "ledger-statistics.h"

static void
item_free (LedgerApprovalItem *item)
{
  g_free (item->issue_id);
  g_free (item);
}

static LedgerApprovalItem *
item_new (LedgerDocument *document, const LedgerIssueFacts *facts, LedgerStep step)
{
  LedgerApprovalItem *item = g_new0 (LedgerApprovalItem, 1);
  item->issue_id = g_strdup (ledger_record_get_id (LEDGER_RECORD (facts->issue)));
  item->step = step;
  item->waiting_since = facts->waiting_since;
  item->waiting_days = ledger_statistics_get_waiting_days (document, facts);
  item->returned = facts->workflow.returned;
  item->changed = facts->changed_since;
  return item;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer document)
{
  const LedgerApprovalItem *first = *(LedgerApprovalItem *const *)a;
  const LedgerApprovalItem *second = *(LedgerApprovalItem *const *)b;
  if (first->waiting_since != second->waiting_since)
    return first->waiting_since < second->waiting_since ? -1 : 1;
  const LedgerIssueFacts *left = ledger_document_get_facts (document, first->issue_id);
  const LedgerIssueFacts *right = ledger_document_get_facts (document, second->issue_id);
  for (guint i = 0; i < G_N_ELEMENTS (left->number_key); i++)
    if (left->number_key[i] != right->number_key[i])
      return left->number_key[i] < right->number_key[i] ? -1 : 1;
  return g_strcmp0 (first->issue_id, second->issue_id);
}

GPtrArray *
ledger_approval_list_waiting (LedgerDocument *document, const char *person_id)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  guint n = person_id ? ledger_table_get_n_records (issues) : 0;
  for (guint i = 0; i < n; i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));
      const LedgerIssueFacts *facts = ledger_document_get_facts (document, id);
      LedgerStep step;
      if (!facts || !ledger_state_get_awaited_step (facts->workflow.state, &step)
          || step == LEDGER_STEP_HANDLER)
        continue;
      if (g_strcmp0 (ledger_approval_get_signer (document, id, step), person_id) == 0)
        g_ptr_array_add (items, item_new (document, facts, step));
    }
  g_ptr_array_sort_with_data (items, compare_items, document);
  return items;
}
