/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-approval-status.h"

#include <glib/gi18n-lib.h>

#include "ledger-signoff.h"

static const char *const names[] = {
  [LEDGER_APPROVAL_VALID] = NC_ ("sign-off status", "valid"),
  [LEDGER_APPROVAL_CHANGED] = NC_ ("sign-off status", "changed since signed"),
  [LEDGER_APPROVAL_CONFLICTED] = NC_ ("sign-off status", "several values since signed"),
  [LEDGER_APPROVAL_ENDED] = NC_ ("sign-off status", "no longer counted"),
  [LEDGER_APPROVAL_DAMAGED] = NC_ ("sign-off status", "text damaged"),
};

const char *
ledger_approval_status_get_name (LedgerApprovalStatus status)
{
  g_return_val_if_fail ((guint)status < G_N_ELEMENTS (names), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "sign-off status", names[status]);
}

static const char *
get_body (LedgerDocument *document, const char *signoff_id)
{
  LedgerRecord *signoff = ledger_document_lookup (document, "signoff", signoff_id);
  return signoff ? ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY) : NULL;
}

static LedgerApprovalStatus
judge (const GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    if (((const LedgerDifference *)g_ptr_array_index (differences, i))->several)
      return LEDGER_APPROVAL_CONFLICTED;
  return differences->len > 0 ? LEDGER_APPROVAL_CHANGED : LEDGER_APPROVAL_VALID;
}

static gboolean
is_counted (LedgerDocument *document, const char *issue_id, const char *signoff_id)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  for (guint i = 0; facts && i < G_N_ELEMENTS (facts->workflow.counted); i++)
    if (g_strcmp0 (facts->workflow.counted[i], signoff_id) == 0)
      return TRUE;
  return FALSE;
}

LedgerApprovalStatus
ledger_approval_get_status (LedgerDocument *document,
                            const char *signoff_id,
                            GPtrArray **differences)
{
  const char *body = get_body (document, signoff_id);
  g_autoptr (LedgerSignoffText) text = body ? ledger_canonical_parse (body, NULL) : NULL;
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_difference_free);
  LedgerApprovalStatus status = LEDGER_APPROVAL_DAMAGED;
  if (text)
    status = LEDGER_APPROVAL_ENDED;
  if (text && is_counted (document, text->issue_id, signoff_id))
    {
      g_ptr_array_unref (found);
      found = ledger_canonical_compare (document, body);
      status = judge (found);
    }
  if (differences)
    *differences = g_steal_pointer (&found);
  return status;
}

static char *
dup_day_of_time (LedgerDocument *document, gint64 time)
{
  return ledger_day_to_words (ledger_day_of_time (time), ledger_document_get_today (document));
}

char *
ledger_approval_describe (LedgerDocument *document, const char *signoff_id)
{
  const char *body = get_body (document, signoff_id);
  g_autoptr (LedgerSignoffText) text = body ? ledger_canonical_parse (body, NULL) : NULL;
  if (!text)
    return NULL;
  const char *signer = text->signer_name ? text->signer_name : "";
  if (text->paper && text->paper_day != LEDGER_DAY_NONE)
    {
      g_autofree char *day =
          ledger_day_to_words (text->paper_day, ledger_document_get_today (document));
      return g_strdup_printf (_ ("%s signed on paper on %s, entered by %s"),
                              signer,
                              day,
                              text->entered_by ? text->entered_by : "");
    }
  g_autofree char *day = dup_day_of_time (document, text->time);
  return g_strdup_printf (C_ ("day, person, step, decision", "%s %s: %s, %s"),
                          day,
                          signer,
                          ledger_step_get_name (text->step),
                          ledger_decision_get_name (text->decision));
}
