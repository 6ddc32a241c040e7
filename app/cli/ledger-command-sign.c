/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-answer.h"
#include "ledger-approval.h"
#include "ledger-invocation.h"

static LedgerEdit *
make_edit (LedgerInvocation *invocation,
           LedgerDocument *document,
           const char *issue_id,
           LedgerStep step,
           GError **error)
{
  const char *reason = ledger_invocation_get_option (invocation, "return");

  if (reason)
    return ledger_approval_return (document, issue_id, step, reason, error);
  return ledger_approval_agree (
      document, issue_id, step, ledger_invocation_get_option (invocation, "opinion"), error);
}

static void
tell (LedgerInvocation *invocation, LedgerDocument *document, const char *issue_id)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);

  if (json)
    {
      g_autoptr (LedgerRow) row = ledger_answer_issue (document, issue);
      ledger_row_write (row, json, NULL);
    }
  ledger_invocation_say (invocation,
                         "%s\t%s",
                         ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER),
                         ledger_state_get_name (facts->workflow.state));
}

gboolean
ledger_command_sign (LedgerInvocation *invocation, GError **error)
{
  const char *word = ledger_invocation_get_option (invocation, "step");
  LedgerStep step;

  if (!word || !ledger_step_from_word (word, &step))
    return ledger_invocation_fail_usage (
        invocation, error, _ ("Say which step: --step handler, reviewer or leader."));
  if (!ledger_invocation_get_option (invocation, "as"))
    return ledger_invocation_fail_usage (invocation, error, _ ("Say who signs: --as NAME."));
  if (ledger_invocation_get_option (invocation, "return")
      && ledger_invocation_get_option (invocation, "opinion"))
    return ledger_invocation_fail_usage (
        invocation, error, _ ("Give either --opinion or --return, not both."));

  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);
  LedgerRecord *issue =
      document ? ledger_document_find (
          document, "issue", ledger_invocation_get_argument (invocation, 1), error)
               : NULL;
  if (!issue)
    return FALSE;
  g_autofree char *id = g_strdup (ledger_record_get_id (issue));
  g_autoptr (LedgerEdit) edit = make_edit (invocation, document, id, step, error);
  if (!edit || !ledger_document_commit (document, edit, NULL, error))
    return FALSE;
  tell (invocation, document, id);
  return TRUE;
}
