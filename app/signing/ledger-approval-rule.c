/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-approval-rule.h"

#include <glib/gi18n-lib.h>

#include "ledger-completeness.h"
#include "ledger-error.h"
#include "ledger-inspection.h"
#include "ledger-signoff-steps.h"
#include "ledger-signoff.h"

const char *
ledger_approval_get_actor (LedgerDocument *document)
{
  const char *id = ledger_document_get_actor_id (document);
  const char *name = ledger_document_get_actor_name (document);
  if (id)
    return id;
  LedgerRecord *person = name ? ledger_document_find_name (document, "person", name) : NULL;
  return person ? ledger_record_get_id (person) : NULL;
}

static const char *
get_filled (LedgerRecord *record, guint column)
{
  const char *text = record ? ledger_record_get_text (record, column) : NULL;
  return text && *text ? text : NULL;
}

const char *
ledger_approval_get_signer (LedgerDocument *document, const char *issue_id, LedgerStep step)
{
  LedgerRecord *claim = ledger_document_lookup (document, "claim", issue_id);
  const char *leader;
  switch (step)
    {
    case LEDGER_STEP_HANDLER:
      return get_filled (claim, LEDGER_CLAIM_HANDLER);
    case LEDGER_STEP_REVIEWER:
      return get_filled (claim, LEDGER_CLAIM_REVIEWER);
    default:
      leader = get_filled (claim, LEDGER_CLAIM_RESPONSIBLE_LEADER);
      return leader ? leader : get_filled (claim, LEDGER_CLAIM_LEAD_LEADER);
    }
}

/* Where it is now: the first step asked for that is not behind; G_N_ELEMENTS of the steps: none. */
static guint
get_awaited (LedgerDocument *document, const LedgerWorkflow *workflow)
{
  guint level = workflow->level;
  if (level == LEDGER_STEP_REVIEWER && !ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER))
    level = LEDGER_STEP_LEADER;
  return level;
}

LedgerStep
ledger_approval_get_return_step (LedgerDocument *document, const char *issue_id, LedgerStep step)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  gboolean reviewed = facts && facts->workflow.counted[LEDGER_STEP_REVIEWER];
  return step == LEDGER_STEP_LEADER && reviewed
                 && ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER)
             ? LEDGER_STEP_REVIEWER
             : LEDGER_STEP_HANDLER;
}

static const char *
get_body (LedgerDocument *document, const char *signoff_id)
{
  LedgerRecord *signoff =
      signoff_id ? ledger_document_lookup (document, "signoff", signoff_id) : NULL;
  return signoff ? ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY) : NULL;
}

static GPtrArray *
compare_step (LedgerDocument *document, const LedgerWorkflow *workflow, guint step)
{
  const char *body = get_body (document, workflow->counted[step]);
  return body ? ledger_canonical_compare (document, body) : NULL;
}

static gboolean
has_changed (LedgerDocument *document, const LedgerWorkflow *workflow, guint step)
{
  g_autoptr (GPtrArray) differences = compare_step (document, workflow, step);
  return differences && differences->len > 0;
}

/* --- the single rules --- */

static gboolean
refuse (GError **error, char *sentence)
{
  g_autofree char *owned = sentence;
  g_set_error_literal (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED, owned);
  return FALSE;
}

static gboolean
check_person (LedgerDocument *document,
              const char *issue_id,
              LedgerStep step,
              const char *person,
              GError **error)
{
  const char *signer = ledger_approval_get_signer (document, issue_id, step);
  const char *word = ledger_step_get_name (step);
  if (!signer)
    return refuse (
        error, g_strdup_printf (_ ("Nobody is named for %s. Name somebody in the claim."), word));
  if (g_strcmp0 (signer, person) == 0)
    return TRUE;
  const char *named = ledger_document_get_name (document, "person", signer);
  const char *other = person ? ledger_document_get_name (document, "person", person) : NULL;
  if (!other)
    other = ledger_document_get_actor_name (document);
  return refuse (error,
                 g_strdup_printf (_ ("%s is up to %s, and %s cannot sign for another. A signature "
                                     "on paper is entered as such."),
                                  word,
                                  named ? named : signer,
                                  other ? other : "?"));
}

static const char *
same_person_format (guint earlier, guint step)
{
  if (earlier == LEDGER_STEP_HANDLER && step == LEDGER_STEP_REVIEWER)
    return _ ("%s is both handler and reviewer. Name another reviewer, or allow one person to hold "
              "two steps under People and settings.");
  if (earlier == LEDGER_STEP_REVIEWER)
    return _ ("%s is both reviewer and leader. Name another reviewer, or allow one person to hold "
              "two steps under People and settings.");
  return _ ("%s is both handler and leader. Name another handler, or allow one person to hold two "
            "steps under People and settings.");
}

/* Against who really signed: the claim may have been changed in between. */
static gboolean
check_other_steps (LedgerDocument *document,
                   const LedgerWorkflow *workflow,
                   LedgerStep step,
                   const char *person,
                   GError **error)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  if (inspection && ledger_record_get_integer (inspection, LEDGER_INSPECTION_SAME_PERSON_ALLOWED))
    return TRUE;
  for (guint i = 0; i < (guint)step; i++)
    {
      const char *body = get_body (document, workflow->counted[i]);
      g_autoptr (LedgerSignoffText) text = body ? ledger_canonical_parse (body, NULL) : NULL;
      if (!text || g_strcmp0 (text->signer_id, person) != 0)
        continue;
      const char *name = ledger_document_get_name (document, "person", person);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      return refuse (error, g_strdup_printf (same_person_format (i, step), name ? name : person));
#pragma GCC diagnostic pop
    }
  return TRUE;
}

/* R23: what was signed before must still be what is there. */
static gboolean
check_unchanged (LedgerDocument *document,
                 const LedgerWorkflow *workflow,
                 LedgerStep step,
                 GError **error)
{
  for (guint i = 0; i < (guint)step; i++)
    {
      g_autoptr (GPtrArray) differences = compare_step (document, workflow, i);
      if (!differences || differences->len == 0)
        continue;
      const LedgerDifference *first = g_ptr_array_index (differences, 0);
      return refuse (
          error,
          g_strdup_printf (_ ("Changed since the sign-off for %s: %s. Return it, or have that step "
                              "signed again."),
                           ledger_step_get_name ((LedgerStep)i),
                           first->field));
    }
  return TRUE;
}

/* Signing again is what heals a changed matter (R23). The tick of a measure is asked for where a
 * person submits; who signs by script or copies a signature from paper says so by signing. */
static gboolean
stops_signing (const LedgerFinding *finding)
{
  const gboolean tick =
      g_strcmp0 (finding->type, "measure") == 0 && g_strcmp0 (finding->field, "done") == 0;
  return finding->blocking && !g_str_equal (finding->rule, "R23") && !tick;
}

GPtrArray *
ledger_approval_check_submit (LedgerDocument *document, const char *issue_id)
{
  g_autoptr (GPtrArray) all = ledger_completeness_check_issue (document, issue_id);
  GPtrArray *blocking = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_finding_free);
  while (all->len > 0)
    {
      LedgerFinding *finding = g_ptr_array_steal_index (all, 0);
      if (stops_signing (finding))
        g_ptr_array_add (blocking, finding);
      else
        ledger_finding_free (finding);
    }
  return blocking;
}

static gboolean
check_complete (LedgerDocument *document, const char *issue_id, GError **error)
{
  g_autoptr (GPtrArray) blocking = ledger_approval_check_submit (document, issue_id);
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < blocking->len; i++)
    {
      const LedgerFinding *finding = g_ptr_array_index (blocking, i);
      if (list->len && !g_str_has_suffix (list->str, "。"))
        g_string_append_c (list, ' ');
      g_string_append (list, finding->text);
    }
  if (blocking->len == 0)
    return TRUE;
  return refuse (error, g_strdup_printf (_ ("Cannot be submitted yet: %s"), list->str));
}

/* --- whose turn it is --- */

static gboolean
refuse_turn (const LedgerIssueFacts *facts, LedgerStep step, GError **error)
{
  const char *number = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_NUMBER);
  return refuse (error,
                 g_strdup_printf (_ ("%s is not waiting for %s: it is %s now."),
                                  number ? number : "",
                                  ledger_step_get_name (step),
                                  ledger_state_get_name (facts->workflow.state)));
}

static gboolean
check_asked (LedgerDocument *document, LedgerStep step, GError **error)
{
  return ledger_signoff_steps_ask (document, step)
         || refuse (error,
                    g_strdup_printf (_ ("This ledger asks for no %s. The steps of signing are set "
                                        "under People and settings."),
                                     ledger_step_get_name (step)));
}

static gboolean
check_turn_to_agree (LedgerDocument *document,
                     const LedgerIssueFacts *facts,
                     LedgerStep step,
                     GError **error)
{
  guint awaited = get_awaited (document, &facts->workflow);
  if (facts->workflow.state == LEDGER_STATE_CLOSED || awaited < (guint)step)
    return refuse_turn (facts, step, error);
  if (awaited == (guint)step)
    return TRUE;
  if (!facts->workflow.counted[step])
    return refuse_turn (facts, step, error);
  if (has_changed (document, &facts->workflow, step))
    return TRUE;
  return refuse (error,
                 g_strdup_printf (_ ("The sign-off for %s stands and nothing has changed since."),
                                  ledger_step_get_name (step)));
}

static gboolean
check_turn_to_return (LedgerDocument *document,
                      const LedgerIssueFacts *facts,
                      LedgerStep step,
                      GError **error)
{
  guint awaited = get_awaited (document, &facts->workflow);
  gboolean takes_back = step == LEDGER_STEP_LEADER && awaited == LEDGER_STEP_LEADER + 1;
  if (facts->workflow.state == LEDGER_STATE_CLOSED || step == LEDGER_STEP_HANDLER
      || (awaited != (guint)step && !takes_back))
    return refuse_turn (facts, step, error);
  return TRUE;
}

gboolean
ledger_approval_check (LedgerDocument *document,
                       const char *issue_id,
                       LedgerStep step,
                       LedgerDecision decision,
                       const char *person,
                       GError **error)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  if (!facts)
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_NOT_FOUND,
                           _ ("There is no such problem in this ledger."));
      return FALSE;
    }
  if (!check_asked (document, step, error))
    return FALSE;
  if (decision == LEDGER_DECISION_RETURN)
    return check_turn_to_return (document, facts, step, error)
           && check_person (document, issue_id, step, person, error);
  return check_turn_to_agree (document, facts, step, error)
         && (step != LEDGER_STEP_HANDLER || check_complete (document, issue_id, error))
         && check_person (document, issue_id, step, person, error)
         && check_other_steps (document, &facts->workflow, step, person, error)
         && check_unchanged (document, &facts->workflow, step, error);
}

gboolean
ledger_approval_is_my_turn (LedgerDocument *document, const char *issue_id, LedgerStep step)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  const char *actor = ledger_approval_get_actor (document);
  LedgerStep awaited;
  return facts && actor && ledger_state_get_awaited_step (facts->workflow.state, &awaited)
         && awaited == step
         && g_strcmp0 (ledger_approval_get_signer (document, issue_id, step), actor) == 0;
}
