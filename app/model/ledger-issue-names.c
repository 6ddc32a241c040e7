/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-names.h"

#include "ledger-department.h"
#include "ledger-person.h"

static void
read_names (LedgerIssueNames *self, LedgerNamePool *pool, LedgerRecord *claim)
{
  static const guint columns[LEDGER_N_ISSUE_NAMES] = {
    [LEDGER_ISSUE_NAME_DEPARTMENT] = LEDGER_CLAIM_DEPARTMENT,
    [LEDGER_ISSUE_NAME_LEAD_LEADER] = LEDGER_CLAIM_LEAD_LEADER,
    [LEDGER_ISSUE_NAME_HANDLER] = LEDGER_CLAIM_HANDLER,
    [LEDGER_ISSUE_NAME_REVIEWER] = LEDGER_CLAIM_REVIEWER,
    [LEDGER_ISSUE_NAME_RESPONSIBLE_LEADER] = LEDGER_CLAIM_RESPONSIBLE_LEADER,
  };

  for (guint i = 0; i < LEDGER_N_ISSUE_NAMES; i++)
    {
      const char *type = i == LEDGER_ISSUE_NAME_DEPARTMENT ? ledger_department_record_type.name
                                                           : ledger_person_record_type.name;
      const char *id = ledger_record_get_text (claim, columns[i]);

      if (id == NULL && i == LEDGER_ISSUE_NAME_RESPONSIBLE_LEADER)
        id = ledger_record_get_text (claim, LEDGER_CLAIM_LEAD_LEADER);
      self->names[i] = ledger_name_pool_ref (pool, type, id);
    }
}

static const char *
get_text (const LedgerIssueNames *self, guint which)
{
  return self->names[which] != NULL ? ledger_value_get_text (self->names[which]) : NULL;
}

void
ledger_issue_names_read (LedgerIssueNames *self,
                         LedgerNamePool *pool,
                         LedgerClaim *claim,
                         LedgerIssueFacts *facts)
{
  if (claim != NULL)
    read_names (self, pool, LEDGER_RECORD (claim));
  facts->department = get_text (self, LEDGER_ISSUE_NAME_DEPARTMENT);
  facts->lead_leader = get_text (self, LEDGER_ISSUE_NAME_LEAD_LEADER);
  facts->handler = get_text (self, LEDGER_ISSUE_NAME_HANDLER);
  facts->reviewer = get_text (self, LEDGER_ISSUE_NAME_REVIEWER);
  facts->responsible_leader = get_text (self, LEDGER_ISSUE_NAME_RESPONSIBLE_LEADER);
}

void
ledger_issue_names_clear (LedgerIssueNames *self)
{
  for (guint i = 0; i < LEDGER_N_ISSUE_NAMES; i++)
    g_clear_pointer (&self->names[i], ledger_value_unref);
}
