/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-words.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-rule.h"
#include "ledger-signoff-steps.h"
#include "ledger-signoff.h"

const char *
ledger_signoff_words_get_signer (LedgerDocument *document, const char *issue_id, LedgerStep step)
{
  const char *id = ledger_approval_get_signer (document, issue_id, step);
  const char *name = id != NULL ? ledger_document_get_name (document, "person", id) : NULL;

  return name != NULL ? name : _ ("nobody");
}

char *
ledger_signoff_words_describe_turn (LedgerDocument *document, const char *issue_id, LedgerStep step)
{
  return g_strdup_printf (_ ("%s is up to %s."),
                          ledger_step_get_name (step),
                          ledger_signoff_words_get_signer (document, issue_id, step));
}

/* Who has it now, after an act. */
static const char *
get_awaited (LedgerDocument *document, const LedgerIssueFacts *facts)
{
  LedgerStep step;

  if (facts == NULL || !ledger_state_get_awaited_step (facts->workflow.state, &step))
    return _ ("nobody");
  return ledger_signoff_words_get_signer (
      document, ledger_record_get_id (LEDGER_RECORD (facts->issue)), step);
}

/* Who signed the paper that was entered last, or NULL where the last act was made here. */
static const char *
get_paper_signer (LedgerDocument *document, const LedgerIssueFacts *facts)
{
  LedgerRecord *last = facts != NULL && facts->workflow.last != NULL
                           ? ledger_document_lookup (document, "signoff", facts->workflow.last)
                           : NULL;
  const LedgerSignoffText *text =
      last != NULL ? ledger_signoff_get_header (LEDGER_SIGNOFF (last)) : NULL;

  return text != NULL && text->paper ? text->signer_name : NULL;
}

char *
ledger_signoff_words_describe_act (LedgerDocument *document,
                                   const char *issue_id,
                                   LedgerStep step,
                                   LedgerDecision decision)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  g_autofree char *number = issue != NULL ? ledger_document_dup_number (document, issue) : NULL;
  const char *signer = get_paper_signer (document, facts);

  if (signer != NULL)
    return g_strdup_printf (_ ("The paper sign-off of %s was entered"), signer);
  if (decision == LEDGER_DECISION_RETURN)
    return g_strdup_printf (_ ("Returned to %s"), get_awaited (document, facts));
  switch (step)
    {
    case LEDGER_STEP_HANDLER:
      return g_strdup_printf (ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER)
                                  ? _ ("Submitted, now up to %s to review")
                                  : _ ("Submitted, now up to %s to approve"),
                              get_awaited (document, facts));
    case LEDGER_STEP_REVIEWER:
      return g_strdup_printf (_ ("Reviewed %s, now up to %s to approve"),
                              number ? number : "",
                              get_awaited (document, facts));
    case LEDGER_STEP_LEADER:
    default:
      return g_strdup_printf (_ ("Approved %s"), number ? number : "");
    }
}
