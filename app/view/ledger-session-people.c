/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-session.h"

static gboolean
claim_is (LedgerRecord *claim, guint column, const char *person_id)
{
  return g_strcmp0 (ledger_record_get_text (claim, column), person_id) == 0;
}

gboolean
ledger_session_is_leader (LedgerSession *self)
{
  gboolean leads = FALSE;
  LedgerTable *claims;

  if (ledger_session_get_document (self) == NULL || ledger_session_get_person_id (self) == NULL)
    return FALSE;
  claims =
      ledger_document_get_table (ledger_session_get_document (self), ledger_claim_record_type.name);
  for (guint i = 0; i < ledger_table_get_n_records (claims); i++)
    {
      LedgerRecord *claim = ledger_table_get_record (claims, i);

      if (claim_is (claim, LEDGER_CLAIM_HANDLER, ledger_session_get_person_id (self))
          || claim_is (claim, LEDGER_CLAIM_REVIEWER, ledger_session_get_person_id (self)))
        return FALSE;
      leads =
          leads || claim_is (claim, LEDGER_CLAIM_LEAD_LEADER, ledger_session_get_person_id (self))
          || claim_is (claim, LEDGER_CLAIM_RESPONSIBLE_LEADER, ledger_session_get_person_id (self));
    }
  return leads;
}

gboolean
ledger_session_waits_for_person (LedgerSession *self, const LedgerIssueFacts *facts)
{
  LedgerRecord *claim;

  if (facts == NULL || facts->claim == NULL || ledger_session_get_person_id (self) == NULL)
    return FALSE;
  claim = LEDGER_RECORD (facts->claim);
  if (facts->workflow.state == LEDGER_STATE_AWAITING_REVIEW)
    return claim_is (claim, LEDGER_CLAIM_REVIEWER, ledger_session_get_person_id (self));
  if (facts->workflow.state != LEDGER_STATE_AWAITING_APPROVAL)
    return FALSE;
  if (ledger_record_get_text (claim, LEDGER_CLAIM_RESPONSIBLE_LEADER) != NULL)
    return claim_is (claim, LEDGER_CLAIM_RESPONSIBLE_LEADER, ledger_session_get_person_id (self));
  return claim_is (claim, LEDGER_CLAIM_LEAD_LEADER, ledger_session_get_person_id (self));
}

guint
ledger_session_count_waiting (LedgerSession *self)
{
  guint n = 0;
  LedgerTable *issues;

  if (ledger_session_get_document (self) == NULL || ledger_session_get_person_id (self) == NULL)
    return 0;
  issues =
      ledger_document_get_table (ledger_session_get_document (self), ledger_issue_record_type.name);
  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));

      if (ledger_session_waits_for_person (
              self, ledger_document_get_facts (ledger_session_get_document (self), id)))
        n++;
    }
  return n;
}
