/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-workflow.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-signoff-order.h"

/* One counted act: several sign-offs only where they say the same without knowing each other. */
typedef struct
{
  gboolean is_return;
  LedgerStep step;
  GArray *members; /* guint: places in the facts */
  guint level;     /* steps that stand after it; the awaited step */
  int counted[3];  /* places, -1: none */
} Act;

typedef struct
{
  const LedgerWorkflowFacts *facts;
  LedgerSignoffOrder *order;
  GPtrArray *acts;     /* Act*: a stack, for a withdrawal takes the last away */
  GArray *withdrawals; /* guint: whoever signs later must have seen them */
  gboolean contested;
} Fold;

static void
act_free (Act *act)
{
  g_array_unref (act->members);
  g_free (act);
}

static Act *
fold_top (const Fold *fold)
{
  return fold->acts->len ? g_ptr_array_index (fold->acts, fold->acts->len - 1) : NULL;
}

static gboolean
act_seen_by (const Fold *fold, const Act *act, guint signoff)
{
  for (guint i = 0; i < act->members->len; i++)
    if (ledger_signoff_order_knows (fold->order, signoff, g_array_index (act->members, guint, i)))
      return TRUE;
  return FALSE;
}

/* Whether the signer saw everything that counts below the act at place N of the stack. */
static gboolean
saw_below (const Fold *fold, guint signoff, guint n)
{
  for (guint i = 0; i < fold->withdrawals->len; i++)
    if (!ledger_signoff_order_knows (
            fold->order, signoff, g_array_index (fold->withdrawals, guint, i)))
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (!act_seen_by (fold, g_ptr_array_index (fold->acts, i), signoff))
      return FALSE;
  return TRUE;
}

/* Back to the step before. A leader who signed over no review gives it back to the handler. */
static guint
level_after_return (const Act *top, LedgerStep step)
{
  if (step == LEDGER_STEP_LEADER && top != NULL && top->counted[LEDGER_STEP_REVIEWER] < 0)
    return LEDGER_STEP_HANDLER;
  return (guint)step - 1;
}

static void
push (Fold *fold, guint signoff, gboolean is_return)
{
  const Act *top = fold_top (fold);
  LedgerStep step = fold->facts->signoffs[signoff].step;
  Act *act = g_new0 (Act, 1);
  act->is_return = is_return;
  act->step = step;
  act->members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (act->members, signoff);
  act->level = is_return ? level_after_return (top, step) : (guint)step + 1;
  for (guint i = 0; i < 3; i++)
    act->counted[i] = top && i < act->level ? top->counted[i] : -1;
  if (!is_return)
    act->counted[step] = (int)signoff;
  g_ptr_array_add (fold->acts, act);
}

/* Two who said the same at the same step without knowing each other: both count as one act. */
static gboolean
join (Fold *fold, guint signoff, gboolean is_return)
{
  LedgerStep step = fold->facts->signoffs[signoff].step;
  for (guint i = 0; i < fold->acts->len; i++)
    {
      Act *act = g_ptr_array_index (fold->acts, i);
      if (act->is_return != is_return || act->step != step || act_seen_by (fold, act, signoff))
        continue;
      if (!saw_below (fold, signoff, i))
        return FALSE;
      g_array_append_val (act->members, signoff);
      return TRUE;
    }
  return FALSE;
}

/* Nobody reviews between the handler and the leader, or nobody did at some time: then the leader's
 * word over the handler's is in turn, for ever. */
static gboolean
passes_review (const Fold *fold, guint level, LedgerStep step)
{
  return fold->facts->ever_without_review && step == LEDGER_STEP_LEADER
         && level == LEDGER_STEP_REVIEWER;
}

static gboolean
may_act (const Fold *fold, LedgerStep step, gboolean is_return)
{
  const Act *top = fold_top (fold);
  guint level = top ? top->level : 0;
  if (passes_review (fold, level, step))
    return TRUE;
  if (is_return)
    return step != LEDGER_STEP_HANDLER
           && (level == (guint)step || (level == 3 && step == LEDGER_STEP_LEADER));
  /* A step that stands may be signed again (R23); the steps after it must then follow anew. */
  return (guint)step <= level;
}

static gboolean
fold_statement (Fold *fold, guint signoff, gboolean is_return)
{
  LedgerStep step = fold->facts->signoffs[signoff].step;
  if (saw_below (fold, signoff, fold->acts->len))
    {
      if (!may_act (fold, step, is_return))
        return TRUE; /* out of turn but nothing was hidden from the signer: simply no effect */
      push (fold, signoff, is_return);
      return TRUE;
    }
  join (fold, signoff, is_return);
  return FALSE;
}

/* Takes away what the withdrawer saw of the last act of his own step. */
static gboolean
fold_withdrawal (Fold *fold, guint signoff)
{
  Act *top = fold_top (fold);
  if (!saw_below (fold, signoff, fold->acts->len))
    return FALSE;
  if (!top || top->step != fold->facts->signoffs[signoff].step)
    return TRUE;
  for (guint i = top->members->len; i > 0; i--)
    if (ledger_signoff_order_knows (
            fold->order, signoff, g_array_index (top->members, guint, i - 1)))
      g_array_remove_index (top->members, i - 1);
  g_array_append_val (fold->withdrawals, signoff);
  if (top->members->len == 0)
    g_ptr_array_set_size (fold->acts, (int)fold->acts->len - 1);
  else if (!top->is_return)
    top->counted[top->step] = (int)g_array_index (top->members, guint, 0);
  return TRUE;
}

static void
fold_one (Fold *fold, guint signoff)
{
  gboolean known = TRUE;
  switch (fold->facts->signoffs[signoff].decision)
    {
    case LEDGER_DECISION_AGREE:
    case LEDGER_DECISION_RETURN:
      known = fold_statement (
          fold, signoff, fold->facts->signoffs[signoff].decision == LEDGER_DECISION_RETURN);
      break;
    case LEDGER_DECISION_WITHDRAW:
      known = fold_withdrawal (fold, signoff);
      break;
    case LEDGER_DECISION_DELEGATE:
      break;
    }
  if (!known)
    fold->contested = TRUE;
}

static void
fold_clear (Fold *fold)
{
  g_ptr_array_set_size (fold->acts, 0);
  g_array_set_size (fold->withdrawals, 0);
}

static guint
count_returns (const Fold *fold)
{
  guint n = 0;
  for (guint i = 0; i < fold->acts->len; i++)
    n += ((Act *)g_ptr_array_index (fold->acts, i))->is_return ? 1 : 0;
  return n;
}

static gboolean
is_reopened (const LedgerWorkflowFacts *facts)
{
  return facts->reopened != LEDGER_DAY_NONE
         && (facts->closed == LEDGER_DAY_NONE || facts->reopened >= facts->closed);
}

static gboolean
find_signoff (const LedgerWorkflowFacts *facts, const char *id, guint *place)
{
  for (guint i = 0; id != NULL && i < facts->n_signoffs; i++)
    if (strcmp (facts->signoffs[i].id, id) == 0)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/* Who did not know of the last signature did not know of the rebound either. */
static gboolean
is_before_reopening (const Fold *fold, guint signoff)
{
  const LedgerWorkflowFacts *facts = fold->facts;
  guint last;

  if (!is_reopened (facts))
    return FALSE;
  if (find_signoff (facts, facts->reopened_over, &last))
    return !ledger_signoff_order_knows (fold->order, signoff, last);
  return ledger_day_of_time (facts->signoffs[signoff].time) < facts->reopened;
}

static LedgerState
state_by_facts (const LedgerWorkflowFacts *facts, gboolean under_way)
{
  if (!facts->claimed && !under_way)
    return LEDGER_STATE_UNCLAIMED;
  if (under_way || facts->started || (facts->has_handler && facts->n_measures > 0))
    return LEDGER_STATE_IN_PROGRESS;
  return LEDGER_STATE_CLAIMED;
}

static LedgerState
decide_state (const LedgerWorkflowFacts *facts, guint level, gboolean under_way)
{
  if (facts->closed != LEDGER_DAY_NONE && !is_reopened (facts))
    return LEDGER_STATE_CLOSED;
  if (level == 1 && !facts->without_review)
    return LEDGER_STATE_AWAITING_REVIEW;
  if (level == 1 || level == 2)
    return LEDGER_STATE_AWAITING_APPROVAL;
  if (facts->continued != LEDGER_DAY_NONE
      && !(is_reopened (facts) && facts->reopened > facts->continued))
    return LEDGER_STATE_CONTINUED;
  if (level == 3)
    return LEDGER_STATE_DONE_BY_UNIT;
  return state_by_facts (facts, under_way);
}

/* What a leader returned to a reviewer who is asked no more goes on to the handler. */
static guint
level_of (const Fold *fold, const Act *top)
{
  gboolean skipped =
      fold->facts->without_review && top->is_return && top->level == LEDGER_STEP_REVIEWER;
  return skipped ? LEDGER_STEP_HANDLER : top->level;
}

static void
describe_fold (const Fold *fold, LedgerWorkflow *workflow)
{
  const Act *top = fold_top (fold);
  workflow->contested = fold->contested;
  if (!top)
    return;
  workflow->returned = top->is_return;
  workflow->level = level_of (fold, top);
  workflow->last = fold->facts->signoffs[g_array_index (top->members, guint, 0)].id;
  for (guint i = 0; i < workflow->level; i++)
    if (top->counted[i] >= 0)
      workflow->counted[i] = fold->facts->signoffs[top->counted[i]].id;
}

/* Returns counted before a reopening stay counted; the agreements before it no longer stand. */
static guint
run_fold (Fold *fold)
{
  g_autoptr (GArray) sequence = ledger_signoff_order_dup_sequence (fold->order);
  guint returns = 0;
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < sequence->len; i++)
        {
          guint signoff = g_array_index (sequence, guint, i);
          if (is_before_reopening (fold, signoff) == (pass == 0))
            fold_one (fold, signoff);
        }
      returns += count_returns (fold);
      if (pass == 0)
        fold_clear (fold);
    }
  return returns;
}

/* TRUE where something counts. */
static gboolean
fold_signoffs (const LedgerWorkflowFacts *facts, LedgerWorkflow *workflow)
{
  g_autoptr (LedgerSignoffOrder) order =
      ledger_signoff_order_new (facts->signoffs, facts->n_signoffs);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify)act_free);
  g_autoptr (GArray) withdrawals = g_array_new (FALSE, FALSE, sizeof (guint));
  Fold fold = { .facts = facts, .order = order, .acts = acts, .withdrawals = withdrawals };
  fold.contested = ledger_signoff_order_has_circle (order);
  workflow->round += run_fold (&fold);
  describe_fold (&fold, workflow);
  return acts->len > 0;
}

LedgerWorkflow
ledger_workflow_compute (const LedgerWorkflowFacts *facts)
{
  LedgerWorkflow workflow = { .round = 1 };
  gboolean acted = facts->n_signoffs > 0 && fold_signoffs (facts, &workflow);
  workflow.state = decide_state (facts, workflow.level, acted || is_reopened (facts));
  workflow.incomplete_claim = facts->claimed && !facts->has_handler;
  workflow.reopened = is_reopened (facts);
  return workflow;
}

static const struct
{
  const char *word;
  const char *name;
} states[] = {
  [LEDGER_STATE_UNCLAIMED] = { "unclaimed", N_ ("unclaimed") },
  [LEDGER_STATE_CLAIMED] = { "claimed", N_ ("claimed") },
  [LEDGER_STATE_IN_PROGRESS] = { "in_progress", N_ ("in progress") },
  [LEDGER_STATE_AWAITING_REVIEW] = { "awaiting_review", N_ ("awaiting review") },
  [LEDGER_STATE_AWAITING_APPROVAL] = { "awaiting_approval", N_ ("awaiting approval") },
  [LEDGER_STATE_DONE_BY_UNIT] = { "done_by_unit", N_ ("done by the unit") },
  [LEDGER_STATE_CLOSED] = { "closed", N_ ("closed by the superior") },
  [LEDGER_STATE_CONTINUED] = { "continued", N_ ("continued as long-term rectification") },
};

static const struct
{
  const char *word;
  const char *name;
} steps[] = {
  [LEDGER_STEP_HANDLER] = { "handler", NC_ ("sign-off step", "handling") },
  [LEDGER_STEP_REVIEWER] = { "reviewer", NC_ ("sign-off step", "review") },
  [LEDGER_STEP_LEADER] = { "leader", NC_ ("sign-off step", "approval") },
};

static const struct
{
  const char *word;
  const char *name;
} decisions[] = {
  [LEDGER_DECISION_AGREE] = { "agree", NC_ ("sign-off decision", "agreed") },
  [LEDGER_DECISION_RETURN] = { "return", NC_ ("sign-off decision", "returned") },
  [LEDGER_DECISION_WITHDRAW] = { "withdraw", NC_ ("sign-off decision", "withdrawn") },
  [LEDGER_DECISION_DELEGATE] = { "delegate", NC_ ("sign-off decision", "delegated") },
};

const char *
ledger_state_get_word (LedgerState state)
{
  g_return_val_if_fail ((guint)state < G_N_ELEMENTS (states), NULL);
  return states[state].word;
}

const char *
ledger_state_get_name (LedgerState state)
{
  g_return_val_if_fail ((guint)state < G_N_ELEMENTS (states), NULL);
  return _ (states[state].name);
}

gboolean
ledger_state_from_word (const char *word, LedgerState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (word, states[i].word) == 0)
      {
        *state = (LedgerState)i;
        return TRUE;
      }
  return FALSE;
}

const char *
ledger_step_get_word (LedgerStep step)
{
  g_return_val_if_fail ((guint)step < G_N_ELEMENTS (steps), NULL);
  return steps[step].word;
}

const char *
ledger_step_get_name (LedgerStep step)
{
  g_return_val_if_fail ((guint)step < G_N_ELEMENTS (steps), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "sign-off step", steps[step].name);
}

gboolean
ledger_step_from_word (const char *word, LedgerStep *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (word, steps[i].word) == 0)
      {
        *step = (LedgerStep)i;
        return TRUE;
      }
  return FALSE;
}

const char *
ledger_decision_get_word (LedgerDecision decision)
{
  g_return_val_if_fail ((guint)decision < G_N_ELEMENTS (decisions), NULL);
  return decisions[decision].word;
}

const char *
ledger_decision_get_name (LedgerDecision decision)
{
  g_return_val_if_fail ((guint)decision < G_N_ELEMENTS (decisions), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "sign-off decision", decisions[decision].name);
}

gboolean
ledger_state_get_awaited_step (LedgerState state, LedgerStep *step)
{
  switch (state)
    {
    case LEDGER_STATE_IN_PROGRESS:
      *step = LEDGER_STEP_HANDLER;
      return TRUE;
    case LEDGER_STATE_AWAITING_REVIEW:
      *step = LEDGER_STEP_REVIEWER;
      return TRUE;
    case LEDGER_STATE_AWAITING_APPROVAL:
      *step = LEDGER_STEP_LEADER;
      return TRUE;
    default:
      return FALSE;
    }
}
