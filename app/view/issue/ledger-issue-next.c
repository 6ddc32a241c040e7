/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-next.h"

#include <glib/gi18n-lib.h>

#include "ledger-signoff-steps.h"

LedgerIssueNext
ledger_issue_next_of (LedgerDocument *document, const LedgerIssueFacts *facts)
{
  switch (facts->workflow.state)
    {
    case LEDGER_STATE_UNCLAIMED:
      return (LedgerIssueNext){ _ ("Claim…"), "page.claim" };
    case LEDGER_STATE_CLAIMED:
      /* With measures it is the handler that keeps the work from beginning. */
      if (facts->n_measures > 0 && facts->handler == NULL)
        return (LedgerIssueNext){ _ ("Name a handler…"), "page.claim" };
      return (LedgerIssueNext){ _ ("Add measure"), "page.add-measure" };
    case LEDGER_STATE_IN_PROGRESS:
    case LEDGER_STATE_CONTINUED:
      /* What lies about unfiled would be missing from the proof that is submitted. */
      if (facts->n_unfiled > 0)
        return (LedgerIssueNext){ _ ("File evidence"), "page.file-evidence" };
      return (LedgerIssueNext){ ledger_signoff_steps_get_submit_name (document), "page.submit" };
    case LEDGER_STATE_AWAITING_REVIEW:
      return (LedgerIssueNext){ _ ("Go to review"), "page.sign" };
    case LEDGER_STATE_AWAITING_APPROVAL:
      return (LedgerIssueNext){ _ ("Go to approval"), "page.sign" };
    case LEDGER_STATE_DONE_BY_UNIT:
      return (LedgerIssueNext){ _ ("Record closing"), "page.close-issue" };
    default:
      return (LedgerIssueNext){ NULL, NULL };
    }
}

char *
ledger_issue_next_describe_closing (const LedgerIssueFacts *facts, LedgerDay today)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  const LedgerDay closed = ledger_record_get_day (issue, LEDGER_ISSUE_CLOSED);
  const char *office = ledger_record_get_text (issue, LEDGER_ISSUE_CLOSED_BY);
  g_autofree char *day = NULL;

  if (facts->workflow.state != LEDGER_STATE_CLOSED || closed == LEDGER_DAY_NONE)
    return NULL;
  day = ledger_day_to_words (closed, today);
  return g_strdup_printf (
      _ ("%s closed by %s"), day, office != NULL ? office : _ ("the inspection office"));
}
