/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-facts-maker.h"

#include "ledger-inspection.h"
#include "ledger-light-cache.h"
#include "ledger-number.h"
#include "ledger-signoff-steps.h"

struct _LedgerFactsMaker
{
  LedgerDocument *document; /* not owned */
  LedgerLightCache *lights;
  LedgerNamePool *names;
  gboolean without_review; /* the steps of signing, as LedgerWorkflowFacts has them */
  gboolean ever_without_review;
};

LedgerFactsMaker *
ledger_facts_maker_new (LedgerDocument *document)
{
  LedgerFactsMaker *self = g_new0 (LedgerFactsMaker, 1);

  self->document = document;
  self->lights = ledger_light_cache_new ();
  self->names = ledger_name_pool_new (document);
  return self;
}

void
ledger_facts_maker_free (LedgerFactsMaker *self)
{
  ledger_light_cache_free (self->lights);
  ledger_name_pool_free (self->names);
  g_free (self);
}

/* --- what all issues share --- */

static gboolean
renew_steps (LedgerFactsMaker *self)
{
  const gboolean without = !ledger_signoff_steps_ask (self->document, LEDGER_STEP_REVIEWER);
  const gboolean ever = without || ledger_signoff_steps_ever_left_out_review (self->document);

  if (without == self->without_review && ever == self->ever_without_review)
    return FALSE;
  self->without_review = without;
  self->ever_without_review = ever;
  return TRUE;
}

gboolean
ledger_facts_maker_renew (LedgerFactsMaker *self)
{
  ledger_name_pool_forget (self->names);
  ledger_light_cache_renew (
      self->lights,
      ledger_document_get_today (self->document),
      ledger_inspection_get_near_days (ledger_document_get_inspection (self->document)),
      ledger_document_get_calendar (self->document));
  return renew_steps (self);
}

/* --- one issue --- */

static gboolean
has_reference (LedgerRecord *claim, guint column)
{
  const char *id = claim != NULL ? ledger_record_get_text (claim, column) : NULL;

  return id != NULL && id[0] != '\0';
}

static LedgerWorkflow
compute_workflow (LedgerFactsMaker *self,
                  const LedgerIssueFacts *of_issue,
                  LedgerSignoffList *signoffs)
{
  LedgerRecord *issue = LEDGER_RECORD (of_issue->issue);
  LedgerRecord *claim = (LedgerRecord *)of_issue->claim;
  LedgerWorkflowFacts facts = {
    /* Who the imported list names stands there too, but claims nothing until somebody says so. */
    .claimed = has_reference (claim, LEDGER_CLAIM_CLAIMED_ON)
               && has_reference (claim, LEDGER_CLAIM_DEPARTMENT)
               && has_reference (claim, LEDGER_CLAIM_LEAD_LEADER),
    .has_handler = has_reference (claim, LEDGER_CLAIM_HANDLER),
    .n_measures = of_issue->n_measures,
    .started = ledger_record_get_day (issue, LEDGER_ISSUE_STARTED) != LEDGER_DAY_NONE,
    .continued = ledger_record_get_day (issue, LEDGER_ISSUE_CONTINUED),
    .closed = ledger_record_get_day (issue, LEDGER_ISSUE_CLOSED),
    .reopened = ledger_record_get_day (issue, LEDGER_ISSUE_REOPENED),
    .reopened_over = ledger_record_get_text (issue, LEDGER_ISSUE_REOPENED_OVER),
    .without_review = self->without_review,
    .ever_without_review = self->ever_without_review,
  };

  facts.signoffs = ledger_signoff_list_get_facts (signoffs, &facts.n_signoffs);
  return ledger_workflow_compute (&facts);
}

static LedgerDay
find_waiting_since (const LedgerWorkflow *workflow, LedgerSignoffList *signoffs)
{
  LedgerStep step;

  if (!ledger_state_get_awaited_step (workflow->state, &step) || workflow->last == NULL)
    return LEDGER_DAY_NONE;
  return ledger_day_of_time (ledger_signoff_list_get_time (signoffs, workflow->last));
}

static void
take_counts (const LedgerIssueCounts *counts, LedgerIssueFacts *facts)
{
  facts->n_measures = counts->n_measures;
  facts->n_measures_done = counts->n_measures_done;
  facts->n_evidence = counts->n_evidence;
  facts->n_unfiled = counts->n_unfiled;
  facts->n_measures_without_evidence = counts->n_measures_without_evidence;
}

static gboolean
is_done (LedgerState state)
{
  return state == LEDGER_STATE_DONE_BY_UNIT || state == LEDGER_STATE_CLOSED;
}

static void
look_up_light (LedgerFactsMaker *self, LedgerIssueFacts *facts)
{
  const char *due = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_DUE);
  const LedgerLightOfDay *light =
      ledger_light_cache_lookup (self->lights, due, is_done (facts->workflow.state));

  facts->due = light->day;
  facts->light = light->light;
  facts->days = light->days;
}

void
ledger_facts_maker_make (LedgerFactsMaker *self,
                         const LedgerIssueCounts *counts,
                         LedgerSignoffList *signoffs,
                         LedgerIssueNames *names,
                         LedgerIssueFacts *facts)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  LedgerRecord *claim = ledger_document_lookup (
      self->document, ledger_claim_record_type.name, ledger_record_get_id (issue));

  g_set_object (&facts->claim, (LedgerClaim *)claim);
  ledger_issue_names_read (names, self->names, facts->claim, facts);
  take_counts (counts, facts);
  facts->workflow = compute_workflow (self, facts, signoffs);
  look_up_light (self, facts);
  facts->waiting_since = find_waiting_since (&facts->workflow, signoffs);
  ledger_number_pack (ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER), facts->number_key);
  facts->heading_order = ledger_document_get_heading_order (
      self->document, ledger_record_get_text (issue, LEDGER_ISSUE_HEADING));
}
