/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date.h"

G_BEGIN_DECLS

/* The state and round of an issue as a pure function of facts and sign-offs (LOG 6, DESIGN 6).
 * Nothing of it is stored. */
typedef enum
{
  LEDGER_STATE_UNCLAIMED,         /* 未认领 */
  LEDGER_STATE_CLAIMED,           /* 已认领; 已认领·缺承办人 where there is no handler */
  LEDGER_STATE_IN_PROGRESS,       /* 整改中 */
  LEDGER_STATE_AWAITING_REVIEW,   /* 待审核 */
  LEDGER_STATE_AWAITING_APPROVAL, /* 待签批 */
  LEDGER_STATE_DONE_BY_UNIT,      /* 单位已完成 */
  LEDGER_STATE_CLOSED,            /* 已销号 (by the superior) */
  LEDGER_STATE_CONTINUED,         /* 转持续整改 */
} LedgerState;

typedef enum
{
  LEDGER_STEP_HANDLER,
  LEDGER_STEP_REVIEWER,
  LEDGER_STEP_LEADER,
} LedgerStep;

typedef enum
{
  LEDGER_DECISION_AGREE,
  LEDGER_DECISION_RETURN,
  LEDGER_DECISION_WITHDRAW,
  LEDGER_DECISION_DELEGATE,
} LedgerDecision;

typedef struct
{
  const char *id; /* of the sign-off record */
  LedgerStep step;
  LedgerDecision decision;
  const char *const *previous; /* ids of the sign-offs seen; NULL-terminated, may be NULL */
  gint64 time;
  const char *signer; /* person id, may be NULL */
} LedgerSignoffFact;

typedef struct
{
  gboolean claimed; /* department and lead leader are there */
  gboolean has_handler;
  guint n_measures;
  gboolean started;
  LedgerDay continued; /* LEDGER_DAY_NONE unless turned into long-term rectification */
  LedgerDay closed;
  LedgerDay reopened;
  const char *reopened_over; /* id of the last sign-off that counted then; NULL: none is known */
  const LedgerSignoffFact *signoffs; /* in any order */
  guint n_signoffs;
  gboolean without_review;      /* 承办 → 签批 now (ledger-signoff-steps.h) */
  gboolean ever_without_review; /* at some time: what a leader signed then without 审核 counts */
} LedgerWorkflowFacts;

typedef struct
{
  LedgerState state;
  guint round;               /* 1 + counted returns */
  gboolean incomplete_claim; /* 已认领·缺承办人 */
  gboolean returned;         /* the last counted act was a return: 退回第N次 */
  gboolean reopened;         /* 反弹 */
  gboolean contested;        /* two sign-offs of one round did not know each other */
  guint level;               /* the steps below it are behind, by the words of who signed; 3: all */
  const char *last;          /* id of the last counted sign-off, or NULL */
  const char *counted[3];    /* ids of the standing agreement at each step of this round, or NULL */
} LedgerWorkflow;

/* Sign-offs are folded in the order of their `previous`; where two of one round do not know each
 * other a return counts before a withdrawal before an agreement. A return goes back one step: to
 * the step before that stands. Which steps the ledger asks for decides who is awaited, never
 * whether something signed counts: a step that is asked for no more stays signed, one that is asked
 * for since is asked of what has not passed it.
 *
 * A rebound ends what was agreed before it, and so is one more act in that order, not a day: after
 * it stands what knows the last sign-off that counted when it was recorded. Only where no such
 * sign-off is named (older ledgers) do the days decide. */
LedgerWorkflow ledger_workflow_compute (const LedgerWorkflowFacts *facts);

const char *
ledger_state_get_word (LedgerState state); /* stable English: unclaimed, claimed, in_progress … */
const char *ledger_state_get_name (LedgerState state); /* translated */
gboolean ledger_state_from_word (const char *word, LedgerState *state);
const char *ledger_step_get_word (LedgerStep step); /* handler, reviewer, leader */
const char *ledger_step_get_name (LedgerStep step); /* 承办, 审核, 签批 */
gboolean ledger_step_from_word (const char *word, LedgerStep *step);
const char *
ledger_decision_get_word (LedgerDecision decision); /* agree, return, withdraw, delegate */
const char *ledger_decision_get_name (LedgerDecision decision);
/* The step that is awaited in STATE; FALSE where none is. */
gboolean ledger_state_get_awaited_step (LedgerState state, LedgerStep *step);

G_END_DECLS
