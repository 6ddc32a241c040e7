/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-answer.h"
#include "ledger-approval.h"
#include "ledger-completeness.h"
#include "ledger-error.h"
#include "ledger-evidence-import.h"
#include "ledger-invocation.h"

/* What --paper-date, --signer, --return and --opinion say. */
static gboolean
read_paper (LedgerInvocation *invocation,
            LedgerDocument *document,
            LedgerPaperSignoff *paper,
            GError **error)
{
  const char *signer = ledger_invocation_get_option (invocation, "signer");
  const char *date = ledger_invocation_get_option (invocation, "paper-date");
  const char *reason = ledger_invocation_get_option (invocation, "return");
  LedgerRecord *person = ledger_document_find_name (document, "person", signer);

  if (!person)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_NOT_FOUND,
                   _ ("“%s” is not among the people of this ledger."),
                   signer);
      return FALSE;
    }
  paper->signer_id = ledger_record_get_id (person);
  paper->day = ledger_day_from_iso (date);
  if (paper->day == LEDGER_DAY_NONE)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("“%s” is no date. Write it as 2026-03-05."),
                   date);
      return FALSE;
    }
  paper->decision = reason ? LEDGER_DECISION_RETURN : LEDGER_DECISION_AGREE;
  paper->opinion = reason ? reason : ledger_invocation_get_option (invocation, "opinion");
  return TRUE;
}

static LedgerStagedFile *
keep_scan (LedgerDocument *document, const char *path, GError **error)
{
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  g_autoptr (LedgerStagedFile) file =
      ledger_evidence_import_stage (document, intake, path, NULL, NULL, error);

  if (!file || !file->error)
    return g_steal_pointer (&file);
  g_set_error_literal (error, LEDGER_ERROR, LEDGER_ERROR_FAILED, file->error);
  return NULL;
}

static LedgerEdit *
enter_paper (LedgerInvocation *invocation,
             LedgerDocument *document,
             const char *issue_id,
             LedgerStep step,
             GError **error)
{
  const char *path = ledger_invocation_get_option (invocation, "scan");
  LedgerPaperSignoff paper = { .step = step };
  g_autoptr (LedgerStagedFile) scan = NULL;

  if (!read_paper (invocation, document, &paper, error))
    return NULL;
  /* What is refused is refused before a scan is kept for it. */
  g_autoptr (LedgerEdit) edit = ledger_approval_enter_paper (document, issue_id, &paper, error);
  if (!edit || !path)
    return g_steal_pointer (&edit);
  scan = keep_scan (document, path, error);
  if (!scan)
    return NULL;
  paper.scan = scan->blob.digest;
  paper.scan_name = scan->name;
  paper.scan_pages = scan->pages;
  paper.scan_verdict = scan->verdict;
  return ledger_approval_enter_paper (document, issue_id, &paper, error);
}

static LedgerEdit *
make_edit (LedgerInvocation *invocation,
           LedgerDocument *document,
           const char *issue_id,
           LedgerStep step,
           GError **error)
{
  const char *reason = ledger_invocation_get_option (invocation, "return");

  if (ledger_invocation_get_option (invocation, "paper-date"))
    return enter_paper (invocation, document, issue_id, step, error);
  if (reason)
    return ledger_approval_return (document, issue_id, step, reason, error);
  return ledger_approval_agree (
      document, issue_id, step, ledger_invocation_get_option (invocation, "opinion"), error);
}

/* --signer, --paper-date and --scan belong together. */
static gboolean
check_paper_options (LedgerInvocation *invocation, GError **error)
{
  const gboolean signer = ledger_invocation_get_option (invocation, "signer") != NULL;
  const gboolean date = ledger_invocation_get_option (invocation, "paper-date") != NULL;
  const gboolean scan = ledger_invocation_get_option (invocation, "scan") != NULL;

  if (signer == date && (date || !scan))
    return TRUE;
  return ledger_invocation_fail_usage (
      invocation,
      error,
      _ ("For a signature on paper say who signed and when: --signer NAME --paper-date DATE."));
}

/* The window lets nobody submit whose measures are not ticked as done; a script that signs says so
 * by signing, and is told what the rules would have said. */
static GPtrArray *
find_remarks (LedgerInvocation *invocation, LedgerDocument *document, const char *issue_id)
{
  g_autoptr (GPtrArray) findings = ledger_completeness_check_issue (document, issue_id);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const LedgerFinding *finding = g_ptr_array_index (findings, i);

      g_ptr_array_add (rows, ledger_answer_finding (document, finding));
      ledger_invocation_say (invocation, "%s", finding->text);
    }
  return rows;
}

static void
tell (LedgerInvocation *invocation, LedgerDocument *document, const char *issue_id)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  g_autoptr (LedgerRow) row = ledger_answer_issue (document, issue);

  ledger_invocation_say (invocation,
                         "%s\t%s",
                         ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER),
                         ledger_state_get_name (facts->workflow.state));
  ledger_row_take_rows (row, "findings", find_remarks (invocation, document, issue_id));
  if (json)
    ledger_row_write (row, json, NULL);
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
  if (!check_paper_options (invocation, error))
    return FALSE;

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
