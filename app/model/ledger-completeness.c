/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-completeness.h"

#include <glib/gi18n-lib.h>

#include "ledger-canonical.h"
#include "ledger-conflict.h"
#include "ledger-evidence.h"
#include "ledger-filing.h"
#include "ledger-inspection.h"
#include "ledger-log-findings.h"
#include "ledger-measure.h"
#include "ledger-signoff-steps.h"
#include "ledger-signoff.h"

typedef struct
{
  LedgerDocument *document;
  GPtrArray *findings;
} Check;

/* Something that stands against submitting. Takes TEXT. */
static void
block (
    Check *check, const char *rule, const char *type, const char *id, const char *field, char *text)
{
  g_ptr_array_add (check->findings, ledger_finding_new (rule, TRUE, type, id, field, text));
}

/* Something to look at. Takes TEXT. */
static void
warn (
    Check *check, const char *rule, const char *type, const char *id, const char *field, char *text)
{
  g_ptr_array_add (check->findings, ledger_finding_new (rule, FALSE, type, id, field, text));
}

static gboolean
is_blank (const char *text)
{
  return !text || !*text;
}

/* --- R01: nothing is left out --- */

static void
check_claim (Check *check, const char *issue_id)
{
  static const struct
  {
    guint column;
    const char *field;
    const char *text;
  } needed[] = {
    { LEDGER_CLAIM_DEPARTMENT, "department", N_ ("No responsible department is named.") },
    { LEDGER_CLAIM_LEAD_LEADER, "lead_leader", N_ ("No lead leader is named.") },
    { LEDGER_CLAIM_HANDLER, "handler", N_ ("No handler is named.") },
    { LEDGER_CLAIM_REVIEWER, "reviewer", N_ ("No reviewer is named.") },
  };
  LedgerRecord *claim = ledger_document_lookup (check->document, "claim", issue_id);
  gboolean reviewed = ledger_signoff_steps_ask (check->document, LEDGER_STEP_REVIEWER);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (needed[i].column == LEDGER_CLAIM_REVIEWER && !reviewed)
      continue;
    else if (!claim || is_blank (ledger_record_get_text (claim, needed[i].column)))
      block (check, "R01", "claim", issue_id, needed[i].field, g_strdup (_ (needed[i].text)));
}

static void
check_issue_texts (Check *check, LedgerRecord *issue, const GPtrArray *measures)
{
  const char *id = ledger_record_get_id (issue);
  if (is_blank (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT)))
    block (check, "R01", "issue", id, "text", g_strdup (_ ("The problem has no wording.")));
  if (measures->len == 0)
    block (check, "R01", "issue", id, NULL, g_strdup (_ ("There is no measure yet.")));
  for (guint i = 0; i < measures->len; i++)
    {
      LedgerRecord *measure = g_ptr_array_index (measures, i);
      if (is_blank (ledger_record_get_text (measure, LEDGER_MEASURE_TEXT)))
        block (check,
               "R01",
               "measure",
               ledger_record_get_id (measure),
               "text",
               g_strdup_printf (_ ("Measure %u has no wording."), i + 1));
    }
}

/* --- R05: the deadline is a date --- */

static gboolean
has_dated_measure (const GPtrArray *measures)
{
  for (guint i = 0; i < measures->len; i++)
    if (ledger_record_get_day (g_ptr_array_index (measures, i), LEDGER_MEASURE_DUE)
        != LEDGER_DAY_NONE)
      return TRUE;
  return FALSE;
}

static void
check_deadline (Check *check, LedgerRecord *issue, const GPtrArray *measures)
{
  const char *id = ledger_record_get_id (issue);
  const char *text = ledger_record_get_text (issue, LEDGER_ISSUE_DUE);
  g_autoptr (LedgerDeadline) due = text ? ledger_deadline_from_canonical (text) : NULL;
  gboolean undated = !due || due->precision == LEDGER_PRECISION_NONE;
  if (undated && !has_dated_measure (measures))
    block (check, "R05", "issue", id, "due", g_strdup (_ ("No deadline is set.")));
  if (!due)
    return;
  if (due->precision == LEDGER_PRECISION_MONTH || due->precision == LEDGER_PRECISION_YEAR)
    warn (check,
          "R05",
          "issue",
          id,
          "due",
          g_strdup_printf (_ ("The deadline “%s” names no day."), due->words));
  if (due->precision == LEDGER_PRECISION_LONG_TERM && due->day == LEDGER_DAY_NONE
      && !has_dated_measure (measures))
    warn (check,
          "R05",
          "issue",
          id,
          "due",
          g_strdup_printf (_ ("“%s” has no next node with a date."), due->words));
}

/* --- R08: nobody checks himself --- */

static void
check_two_steps (Check *check, LedgerRecord *claim, guint one, guint other, const char *format)
{
  const char *first = ledger_record_get_text (claim, one);
  const char *second = ledger_record_get_text (claim, other);
  if (is_blank (first) || g_strcmp0 (first, second) != 0)
    return;
  const char *name = ledger_document_get_name (check->document, "person", first);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  block (check,
         "R08",
         "claim",
         ledger_record_get_id (claim),
         one == LEDGER_CLAIM_REVIEWER ? "reviewer" : "handler",
         g_strdup_printf (format, name ? name : first));
#pragma GCC diagnostic pop
}

static void
check_reviewer (Check *check, LedgerRecord *claim, guint leader)
{
  check_two_steps (check,
                   claim,
                   LEDGER_CLAIM_HANDLER,
                   LEDGER_CLAIM_REVIEWER,
                   _ ("%s is both handler and reviewer. Name another reviewer, or allow one person "
                      "to hold two steps under People and settings."));
  check_two_steps (check,
                   claim,
                   LEDGER_CLAIM_REVIEWER,
                   leader,
                   _ ("%s is both reviewer and leader. Name another reviewer, or allow one person "
                      "to hold two steps under People and settings."));
}

static void
check_same_person (Check *check, const char *issue_id)
{
  LedgerRecord *claim = ledger_document_lookup (check->document, "claim", issue_id);
  LedgerRecord *inspection = ledger_document_get_inspection (check->document);
  if (!claim
      || (inspection
          && ledger_record_get_integer (inspection, LEDGER_INSPECTION_SAME_PERSON_ALLOWED)))
    return;
  guint leader = is_blank (ledger_record_get_text (claim, LEDGER_CLAIM_RESPONSIBLE_LEADER))
                     ? LEDGER_CLAIM_LEAD_LEADER
                     : LEDGER_CLAIM_RESPONSIBLE_LEADER;
  if (ledger_signoff_steps_ask (check->document, LEDGER_STEP_REVIEWER))
    check_reviewer (check, claim, leader);
  check_two_steps (check,
                   claim,
                   LEDGER_CLAIM_HANDLER,
                   leader,
                   _ ("%s is both handler and leader. Name another handler, or allow one person to "
                      "hold two steps under People and settings."));
}

/* --- R10, R11: proof is there and usable --- */

static void
check_evidence (Check *check, LedgerRecord *evidence)
{
  const char *verdict = ledger_record_get_text (evidence, LEDGER_EVIDENCE_VERDICT);
  const char *number = ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER);
  const char *name = number ? number : ledger_record_get_text (evidence, LEDGER_EVIDENCE_FILE_NAME);
  gboolean damaged = g_strcmp0 (verdict, "damaged") == 0;
  gboolean locked = g_strcmp0 (verdict, "password") == 0;
  if (!damaged && !locked)
    return;
  block (check,
         "R11",
         "evidence",
         ledger_record_get_id (evidence),
         NULL,
         g_strdup_printf (damaged ? _ ("Evidence %s is damaged and cannot be shown.")
                                  : _ ("Evidence %s is locked by a password and cannot be shown."),
                          name ? name : "?"));
}

static void
check_evidence_of_measure (Check *check, LedgerRecord *measure, guint place)
{
  const char *id = ledger_record_get_id (measure);
  g_autoptr (GPtrArray) links = ledger_filing_list_links (check->document, id);
  for (guint i = 0; i < links->len; i++)
    check_evidence (check, ledger_filing_get_evidence (check->document, links->pdata[i]));
  if (links->len == 0)
    block (check,
           "R10",
           "measure",
           id,
           NULL,
           g_strdup_printf (_ ("Measure %u lacks evidence."), place));
}

/* What is handed in says of each measure that it is done, and proves it. */
static void
check_done (Check *check, LedgerRecord *measure, guint place)
{
  if (ledger_record_get_integer (measure, LEDGER_MEASURE_DONE) == 0)
    block (check,
           "R10",
           "measure",
           ledger_record_get_id (measure),
           "done",
           g_strdup_printf (_ ("Measure %u is not marked as done."), place));
}

/* --- R13: nothing is finished before it began --- */

static void
check_dates (Check *check, LedgerRecord *measure, guint place)
{
  LedgerDay start = ledger_record_get_day (measure, LEDGER_MEASURE_START);
  LedgerDay due = ledger_record_get_day (measure, LEDGER_MEASURE_DUE);
  LedgerDay finished = ledger_record_get_day (measure, LEDGER_MEASURE_FINISHED_ON);
  const char *id = ledger_record_get_id (measure);
  if (start != LEDGER_DAY_NONE && finished != LEDGER_DAY_NONE && finished < start)
    warn (check,
          "R13",
          "measure",
          id,
          "finished_on",
          g_strdup_printf (_ ("Measure %u is finished before its start."), place));
  if (start != LEDGER_DAY_NONE && due != LEDGER_DAY_NONE && due < start)
    warn (check,
          "R13",
          "measure",
          id,
          "due",
          g_strdup_printf (_ ("The deadline of measure %u lies before its start."), place));
}

/* --- R23: what was signed has changed --- */

static void
check_signed (Check *check, const char *issue_id)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (check->document, issue_id);
  if (!facts || !facts->changed_since)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (facts->workflow.counted); i++)
    {
      const char *id = facts->workflow.counted[i];
      LedgerRecord *signoff = id ? ledger_document_lookup (check->document, "signoff", id) : NULL;
      const char *body = signoff ? ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY) : NULL;
      g_autoptr (GPtrArray) changes =
          body ? ledger_canonical_compare (check->document, body) : NULL;
      for (guint k = 0; changes && k < changes->len; k++)
        {
          const LedgerDifference *change = g_ptr_array_index (changes, k);
          block (check,
                 "R23",
                 change->type,
                 change->id,
                 NULL,
                 g_strdup_printf (_ ("Changed since the sign-off for %s: %s."),
                                  ledger_step_get_name ((LedgerStep)i),
                                  change->field));
        }
      if (changes && changes->len > 0)
        return;
    }
}

/* --- R39: nobody has chosen yet --- */

static void
check_conflicts (Check *check, const char *issue_id)
{
  g_autoptr (GPtrArray) conflicts = ledger_conflict_find_in_issue (check->document, issue_id);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const LedgerConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *subject = ledger_conflict_dup_subject (check->document, conflict, issue_id);
      block (check,
             "R39",
             conflict->type,
             conflict->id,
             conflict->field,
             g_strdup_printf (ledger_conflict_is_deletion (conflict)
                                  ? _ ("%s was deleted, then changed. Keep it or delete it first.")
                                  : _ ("%s has several values. Choose one first."),
                              subject));
    }
}

static void
check_issue (Check *check, const char *issue_id)
{
  LedgerRecord *issue = ledger_document_lookup (check->document, "issue", issue_id);
  if (!issue)
    return;
  const GPtrArray *measures = ledger_document_get_children (check->document, "measure", issue_id);
  check_issue_texts (check, issue, measures);
  check_claim (check, issue_id);
  check_deadline (check, issue, measures);
  check_same_person (check, issue_id);
  for (guint i = 0; i < measures->len; i++)
    {
      check_done (check, g_ptr_array_index (measures, i), i + 1);
      check_evidence_of_measure (check, g_ptr_array_index (measures, i), i + 1);
      check_dates (check, g_ptr_array_index (measures, i), i + 1);
    }
  check_conflicts (check, issue_id);
  check_signed (check, issue_id);
}

static GPtrArray *
findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_finding_free);
}

GPtrArray *
ledger_completeness_check_issue (LedgerDocument *document, const char *issue_id)
{
  Check check = { .document = document, .findings = findings_new () };
  check_issue (&check, issue_id);
  return check.findings;
}

/* Blocking ones first, each part in the order in which it was found. */
static void
move_blocking_first (GPtrArray *findings)
{
  g_autoptr (GPtrArray) later = g_ptr_array_new ();
  guint n = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      LedgerFinding *finding = g_ptr_array_index (findings, i);
      if (finding->blocking)
        findings->pdata[n++] = finding;
      else
        g_ptr_array_add (later, finding);
    }
  for (guint i = 0; i < later->len; i++)
    findings->pdata[n++] = g_ptr_array_index (later, i);
}

GPtrArray *
ledger_completeness_check_all (LedgerDocument *document)
{
  Check check = { .document = document, .findings = findings_new () };
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    check_issue (&check, ledger_record_get_id (ledger_table_get_record (issues, i)));
  ledger_log_findings_collect (document, check.findings);
  move_blocking_first (check.findings);
  return check.findings;
}
