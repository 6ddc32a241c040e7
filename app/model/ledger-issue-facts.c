/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-facts.h"

static gboolean
same_names (const LedgerIssueFacts *a, const LedgerIssueFacts *b)
{
  return g_strcmp0 (a->department, b->department) == 0
         && g_strcmp0 (a->lead_leader, b->lead_leader) == 0
         && g_strcmp0 (a->handler, b->handler) == 0 && g_strcmp0 (a->reviewer, b->reviewer) == 0
         && g_strcmp0 (a->responsible_leader, b->responsible_leader) == 0;
}

static gboolean
same_workflow (const LedgerWorkflow *a, const LedgerWorkflow *b)
{
  return a->state == b->state && a->round == b->round && a->level == b->level
         && a->incomplete_claim == b->incomplete_claim && a->returned == b->returned
         && a->reopened == b->reopened && a->contested == b->contested
         && g_strcmp0 (a->last, b->last) == 0 && g_strcmp0 (a->counted[0], b->counted[0]) == 0
         && g_strcmp0 (a->counted[1], b->counted[1]) == 0
         && g_strcmp0 (a->counted[2], b->counted[2]) == 0;
}

static gboolean
same_numbers (const LedgerIssueFacts *a, const LedgerIssueFacts *b)
{
  return a->light == b->light && a->days == b->days && a->due == b->due
         && a->n_measures == b->n_measures && a->n_measures_done == b->n_measures_done
         && a->n_evidence == b->n_evidence && a->n_unfiled == b->n_unfiled
         && a->n_measures_without_evidence == b->n_measures_without_evidence
         && a->waiting_since == b->waiting_since && a->number_key[0] == b->number_key[0]
         && a->number_key[1] == b->number_key[1] && a->heading_order == b->heading_order;
}

gboolean
ledger_issue_facts_equal (const LedgerIssueFacts *a, const LedgerIssueFacts *b)
{
  return a->claim == b->claim && a->changed_since == b->changed_since
         && a->conflicted == b->conflicted && same_workflow (&a->workflow, &b->workflow)
         && same_names (a, b) && same_numbers (a, b);
}

char *
ledger_issue_facts_describe_light (const LedgerIssueFacts *facts, LedgerDay today)
{
  const char *due = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_DUE);
  g_autoptr (LedgerDeadline) deadline = due != NULL ? ledger_deadline_from_canonical (due) : NULL;

  return ledger_light_describe (facts->light, facts->days, deadline, today);
}
