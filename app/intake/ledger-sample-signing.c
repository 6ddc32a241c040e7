/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-signing.h"

#include <glib/gi18n-lib.h>

#include "ledger-canonical.h"
#include "ledger-id.h"

static const char *const opinions[] = {
  [LEDGER_STEP_HANDLER] = "措施已全部落实，佐证齐全。",
  [LEDGER_STEP_REVIEWER] = "情况属实，同意。",
  [LEDGER_STEP_LEADER] = "同意，抓好长效机制落实。",
};

static const char *
signer_of (LedgerDocument *document, const char *issue_id, LedgerStep step)
{
  LedgerRecord *claim = ledger_document_lookup (document, "claim", issue_id);
  const char *responsible = ledger_record_get_text (claim, LEDGER_CLAIM_RESPONSIBLE_LEADER);

  if (step == LEDGER_STEP_HANDLER)
    return ledger_record_get_text (claim, LEDGER_CLAIM_HANDLER);
  if (step == LEDGER_STEP_REVIEWER)
    return ledger_record_get_text (claim, LEDGER_CLAIM_REVIEWER);
  return responsible ? responsible : ledger_record_get_text (claim, LEDGER_CLAIM_LEAD_LEADER);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GStrv
dup_previous (LedgerDocument *document, const char *issue_id)
{
  const GPtrArray *signoffs = ledger_document_get_children (document, "signoff", issue_id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < signoffs->len; i++)
    g_ptr_array_add (ids, g_strdup (ledger_record_get_id (g_ptr_array_index (signoffs, i))));
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static gboolean
write_signoff (LedgerDocument *document,
               const char *issue_id,
               LedgerStep step,
               LedgerDecision decision,
               const char *opinion,
               gint64 time,
               GError **error)
{
  const char *signer = signer_of (document, issue_id, step);
  const char *name = ledger_document_get_name (document, "person", signer);
  g_auto (GStrv) previous = dup_previous (document, issue_id);
  LedgerSignoffText header = {
    .issue_id = (char *)issue_id,
    .step = step,
    .decision = decision,
    .opinion = (char *)opinion,
    .signer_id = (char *)signer,
    .signer_name = (char *)name,
    .paper_day = LEDGER_DAY_NONE,
    .computer = (char *)"示例",
    .time = time,
    .previous = previous,
  };
  g_autofree char *body = ledger_canonical_build (document, &header, error);
  g_autofree char *id = ledger_id_new_random ();
  g_autofree char *title = NULL;
  g_autoptr (LedgerEdit) edit = NULL;

  if (!body)
    return FALSE;
  title =
      g_strdup_printf ("%s%s", ledger_step_get_name (step), ledger_decision_get_name (decision));
  edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);
  ledger_edit_set_actor (edit, name, ledger_document_get_desk (document));
  ledger_edit_set_text (edit, "signoff", id, "issue", issue_id);
  ledger_edit_set_text (edit, "signoff", id, "body", body);
  return ledger_document_commit (document, edit, NULL, error);
}

gboolean
ledger_sample_agree (
    LedgerDocument *document, const char *issue_id, LedgerStep step, gint64 time, GError **error)
{
  return write_signoff (
      document, issue_id, step, LEDGER_DECISION_AGREE, opinions[step], time, error);
}

gboolean
ledger_sample_return (LedgerDocument *document, const char *issue_id, gint64 time, GError **error)
{
  return write_signoff (document,
                        issue_id,
                        LEDGER_STEP_REVIEWER,
                        LEDGER_DECISION_RETURN,
                        "佐证不足：缺采购人员考核成绩。",
                        time,
                        error);
}
