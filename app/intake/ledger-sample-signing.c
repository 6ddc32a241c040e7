/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-signing.h"

#include <glib/gi18n-lib.h>

#include "ledger-canonical.h"
#include "ledger-id.h"

/* What was signed, by step, how many days ago. */
typedef struct
{
  LedgerStep step;
  LedgerDecision decision;
  const char *opinion;
  int days_ago;
} Act;

static const Act acts[] = {
  { LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, "措施已全部落实，佐证齐全。", 12 },
  { LEDGER_STEP_REVIEWER, LEDGER_DECISION_AGREE, "情况属实，同意。", 8 },
  { LEDGER_STEP_LEADER, LEDGER_DECISION_AGREE, "同意，抓好长效机制落实。", 5 },
};

static const Act return_act = {
  LEDGER_STEP_REVIEWER, LEDGER_DECISION_RETURN, "佐证不足：缺采购人员考核成绩。", 4
};

static guint
count_acts (LedgerSampleState state)
{
  switch (state)
    {
    case LEDGER_SAMPLE_REVIEW:
    case LEDGER_SAMPLE_RETURNED:
      return 1;
    case LEDGER_SAMPLE_APPROVAL:
      return 2;
    case LEDGER_SAMPLE_DONE:
    case LEDGER_SAMPLE_CLOSED:
    case LEDGER_SAMPLE_CHANGED:
      return 3;
    case LEDGER_SAMPLE_UNCLAIMED:
    case LEDGER_SAMPLE_CLAIMED:
    case LEDGER_SAMPLE_NO_HANDLER:
    case LEDGER_SAMPLE_PROGRESS:
    case LEDGER_SAMPLE_CONTINUED:
    default:
      return 0;
    }
}

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

/* The sample lies around the ledger's today, in tests another day than that of the clock. */
static gint64
time_of_day (LedgerDay day)
{
  g_autoptr (GDateTime) morning = NULL;
  int year, month, dom;

  ledger_day_split (day, &year, &month, &dom);
  morning = g_date_time_new_local (year, month, dom, 10, 30, 0);
  return g_date_time_to_unix (morning) * 1000;
}

static gboolean
sign (LedgerDocument *document, const char *issue_id, const Act *act, GError **error)
{
  const char *signer = signer_of (document, issue_id, act->step);
  const char *name = ledger_document_get_name (document, "person", signer);
  g_auto (GStrv) previous = dup_previous (document, issue_id);
  LedgerSignoffText header = {
    .issue_id = (char *)issue_id,
    .step = act->step,
    .decision = act->decision,
    .opinion = (char *)act->opinion,
    .signer_id = (char *)signer,
    .signer_name = (char *)name,
    .paper_day = LEDGER_DAY_NONE,
    .computer = (char *)"示例",
    .time = time_of_day (ledger_document_get_today (document) - act->days_ago),
    .previous = previous,
  };
  g_autofree char *body = ledger_canonical_build (document, &header, error);
  g_autofree char *id = ledger_id_new_random ();
  g_autofree char *title = NULL;
  g_autoptr (LedgerEdit) edit = NULL;

  if (!body)
    return FALSE;
  title = g_strdup_printf (
      "%s%s", ledger_step_get_name (act->step), ledger_decision_get_name (act->decision));
  edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);
  ledger_edit_set_actor (edit, name, ledger_document_get_desk (document));
  ledger_edit_set_text (edit, "signoff", id, "issue", issue_id);
  ledger_edit_set_text (edit, "signoff", id, "body", body);
  return ledger_document_commit (document, edit, NULL, error);
}

gboolean
ledger_sample_sign (LedgerDocument *document, LedgerSampleList *list, char **ids, GError **error)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      for (guint k = 0; k < count_acts (list->states[i]); k++)
        if (!sign (document, ids[i], &acts[k], error))
          return FALSE;
      if (list->states[i] == LEDGER_SAMPLE_RETURNED && !sign (document, ids[i], &return_act, error))
        return FALSE;
    }
  return TRUE;
}
