/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-claim.h"
#include "ledger-error.h"
#include "ledger-id.h"
#include "ledger-support.h"

#include <glib/gi18n-lib.h>

static const char *
value_after (LedgerDocument *document, LedgerEdit *edit, const char *issue_id, guint column)
{
  const LedgerValue *written =
      ledger_gesture_peek (edit, "claim", issue_id, ledger_claim_record_type.columns[column].name);
  LedgerRecord *claim = ledger_document_lookup (document, "claim", issue_id);

  if (written != NULL)
    return ledger_value_get_text (written);
  return claim != NULL ? ledger_record_get_text (claim, column) : NULL;
}

void
ledger_gesture_stamp_claim (LedgerDocument *document, LedgerEdit *edit, const char *issue_id)
{
  const char *actor = ledger_document_get_actor_id (document);

  if (value_after (document, edit, issue_id, LEDGER_CLAIM_DEPARTMENT) == NULL
      || value_after (document, edit, issue_id, LEDGER_CLAIM_LEAD_LEADER) == NULL
      || value_after (document, edit, issue_id, LEDGER_CLAIM_CLAIMED_ON) != NULL)
    return;
  ledger_gesture_put_today (document, edit, "claim", issue_id, "claimed_on");
  if (actor != NULL)
    ledger_edit_set_text (edit, "claim", issue_id, "claimed_by", actor);
}

/* --- supporting departments --- */

static void
drop_support (LedgerEdit *edit, const GPtrArray *present, GHashTable *wanted)
{
  for (guint i = 0; i < present->len; i++)
    {
      LedgerRecord *support = present->pdata[i];
      const char *department = ledger_record_get_text (support, LEDGER_SUPPORT_DEPARTMENT);
      if (department == NULL || !g_hash_table_contains (wanted, department))
        ledger_edit_delete (edit, "support", ledger_record_get_id (support));
    }
}

static void
set_supporting (LedgerDocument *document,
                LedgerEdit *edit,
                const char *issue_id,
                const char *const *names)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (; *names != NULL; names++)
    {
      char *department = ledger_gesture_learn_department (document, edit, *names);
      if (department == NULL || !g_hash_table_add (wanted, department))
        continue;
      g_autofree char *id = ledger_id_new_derived ("support", issue_id, department, NULL);
      if (ledger_document_lookup (document, "support", id) != NULL)
        continue;
      ledger_gesture_revive (document, edit, "support", id);
      ledger_edit_set_text (edit, "support", id, "issue", issue_id);
      ledger_edit_set_text (edit, "support", id, "department", department);
    }
  drop_support (edit, ledger_document_get_children (document, "support", issue_id), wanted);
}

/* --- the claim --- */

static void
set_person (LedgerDocument *document,
            LedgerEdit *edit,
            const char *issue_id,
            guint column,
            const char *name)
{
  if (name == NULL)
    return;
  g_autofree char *person = ledger_gesture_learn_person (document, edit, name);
  ledger_edit_set_text (
      edit, "claim", issue_id, ledger_claim_record_type.columns[column].name, person);
}

/* Checked before anything is written, so that a refused row leaves EDIT as it was. */
static gboolean
check_complete (LedgerDocument *document,
                const char *issue_id,
                const LedgerClaimValues *values,
                GError **error)
{
  LedgerRecord *claim = ledger_document_lookup (document, "claim", issue_id);
  const char *department = values->department;
  const char *leader = values->lead_leader;

  if (department == NULL && claim != NULL)
    department = ledger_record_get_text (claim, LEDGER_CLAIM_DEPARTMENT);
  if (leader == NULL && claim != NULL)
    leader = ledger_record_get_text (claim, LEDGER_CLAIM_LEAD_LEADER);
  if (department != NULL && department[0] != '\0' && leader != NULL && leader[0] != '\0')
    return TRUE;

  g_autofree char *label = ledger_document_dup_label (document, "issue", issue_id);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("%s cannot be claimed yet: fill in responsible department and lead leader."),
               label);
  return FALSE;
}

gboolean
ledger_gesture_add_claim (LedgerDocument *document,
                          LedgerEdit *edit,
                          const char *issue_id,
                          const LedgerClaimValues *values,
                          GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (edit != NULL && values != NULL, FALSE);

  if (ledger_gesture_need (document, "issue", issue_id, error) == NULL
      || !check_complete (document, issue_id, values, error))
    return FALSE;
  LedgerRecord *claim = ledger_document_lookup (document, "claim", issue_id);
  if (claim == NULL)
    {
      ledger_gesture_revive (document, edit, "claim", issue_id);
      ledger_edit_set_text (edit, "claim", issue_id, "issue", issue_id);
    }
  if (values->department != NULL)
    {
      g_autofree char *department =
          ledger_gesture_learn_department (document, edit, values->department);
      ledger_edit_set_text (edit, "claim", issue_id, "department", department);
    }
  set_person (document, edit, issue_id, LEDGER_CLAIM_LEAD_LEADER, values->lead_leader);
  set_person (document, edit, issue_id, LEDGER_CLAIM_HANDLER, values->handler);
  set_person (document, edit, issue_id, LEDGER_CLAIM_REVIEWER, values->reviewer);
  set_person (
      document, edit, issue_id, LEDGER_CLAIM_RESPONSIBLE_LEADER, values->responsible_leader);
  if (values->supporting != NULL)
    set_supporting (document, edit, issue_id, values->supporting);
  if (claim == NULL || ledger_record_get_text (claim, LEDGER_CLAIM_CLAIMED_ON) == NULL)
    {
      const char *actor = ledger_document_get_actor_id (document);
      ledger_gesture_put_today (document, edit, "claim", issue_id, "claimed_on");
      if (actor != NULL)
        ledger_edit_set_text (edit, "claim", issue_id, "claimed_by", actor);
    }
  return TRUE;
}

void
ledger_gesture_title_claims (LedgerDocument *document, LedgerEdit *edit)
{
  g_autoptr (GHashTable) issues = g_hash_table_new (g_str_hash, g_str_equal);
  const char *only = NULL;

  for (guint i = 0; i < ledger_edit_get_n_changes (edit); i++)
    {
      const LedgerChange *change = ledger_edit_get_change (edit, i);
      if (g_str_equal (change->type, "claim") && g_hash_table_add (issues, (gpointer)change->id))
        only = change->id;
    }
  guint n = g_hash_table_size (issues);
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  if (n == 1)
    {
      label = ledger_document_dup_label (document, "issue", only);
      title = g_strdup_printf (_ ("Claim %s"), label);
    }
  else
    title = g_strdup_printf (ngettext ("Claim %u item", "Claim %u items", n), n);
  ledger_edit_set_title (edit, title);
}

LedgerEdit *
ledger_gesture_claim (LedgerDocument *document,
                      const char *const *issue_ids,
                      const LedgerClaimValues *values,
                      GError **error)
{
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);

  for (; *issue_ids != NULL; issue_ids++)
    if (!ledger_gesture_add_claim (document, edit, *issue_ids, values, error))
      return NULL;
  ledger_gesture_title_claims (document, edit);
  return g_steal_pointer (&edit);
}
