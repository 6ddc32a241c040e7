/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-answer.h"

#include "ledger-canonical.h"
#include "ledger-department.h"
#include "ledger-digest.h"
#include "ledger-evidence.h"
#include "ledger-filing.h"
#include "ledger-heading.h"
#include "ledger-measure.h"
#include "ledger-person.h"
#include "ledger-phase.h"
#include "ledger-signed-paper.h"
#include "ledger-signoff.h"
#include "ledger-supervision.h"
#include "ledger-support.h"

static void
put_field (LedgerRow *row, LedgerRecord *record, guint column)
{
  const LedgerColumn *description = &ledger_record_get_record_type (record)->columns[column];

  if (description->kind == LEDGER_COLUMN_INTEGER)
    ledger_row_put_integer (row, description->name, ledger_record_get_integer (record, column));
  else if (description->kind == LEDGER_COLUMN_FLAG)
    ledger_row_put_boolean (
        row, description->name, ledger_record_get_integer (record, column) != 0);
  else
    ledger_row_put_text (row, description->name, ledger_record_get_text (record, column));
}

static void
put_deadline (LedgerRow *row, LedgerRecord *record, guint column)
{
  const char *canonical = ledger_record_get_text (record, column);
  g_autoptr (LedgerDeadline) due = canonical ? ledger_deadline_from_canonical (canonical) : NULL;

  ledger_row_take_text (row, "due", due ? ledger_day_to_iso (due->day) : NULL);
  ledger_row_put_text (row, "due_text", due ? due->words : NULL);
}

static const char *
number_of (LedgerDocument *document, const char *type, const char *id, guint column)
{
  LedgerRecord *record = id ? ledger_document_lookup (document, type, id) : NULL;

  return record ? ledger_record_get_text (record, column) : NULL;
}

LedgerRow *
ledger_answer_heading (LedgerDocument *document, LedgerRecord *heading)
{
  LedgerRow *row = ledger_row_new ();
  const char *id = ledger_record_get_id (heading);

  ledger_row_put_text (row, "id", id);
  put_field (row, heading, LEDGER_HEADING_NUMBER);
  put_field (row, heading, LEDGER_HEADING_TEXT);
  ledger_row_put_text (row, "parent", ledger_record_get_parent_id (heading));
  ledger_row_put_integer (row, "depth", ledger_document_get_heading_depth (document, id));
  return row;
}

/* Heading texts from the top; a circle made by a merge ends where it began. */
static GStrv
dup_heading_path (LedgerDocument *document, const char *heading_id)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  LedgerRecord *heading =
      heading_id ? ledger_document_lookup (document, "heading", heading_id) : NULL;

  while (heading && path->len < 8)
    {
      const char *text = ledger_record_get_text (heading, LEDGER_HEADING_TEXT);
      const char *parent = ledger_record_get_parent_id (heading);

      g_ptr_array_insert (path, 0, g_strdup (text ? text : ""));
      heading = parent ? ledger_document_lookup (document, "heading", parent) : NULL;
    }
  g_ptr_array_add (path, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&path), FALSE);
}

static GStrv
dup_supporting (LedgerDocument *document, const char *issue_id)
{
  const GPtrArray *links = ledger_document_get_children (document, "support", issue_id);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const char *id =
          ledger_record_get_text (g_ptr_array_index (links, i), LEDGER_SUPPORT_DEPARTMENT);
      const char *name = ledger_document_get_name (document, "department", id);

      if (name)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);
  return (GStrv)g_ptr_array_free (names, FALSE);
}

static void
put_claim (LedgerRow *row, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  g_auto (GStrv) supporting =
      dup_supporting (document, ledger_record_get_id (LEDGER_RECORD (facts->issue)));

  ledger_row_put_text (row, "lead_leader", facts->lead_leader);
  ledger_row_put_text (row, "department", facts->department);
  ledger_row_put_texts (row, "supporting", (const char *const *)supporting);
  ledger_row_put_text (row, "handler", facts->handler);
  ledger_row_put_text (row, "reviewer", facts->reviewer);
  ledger_row_put_text (row, "responsible_leader", facts->responsible_leader);
  ledger_row_put_integer (row, "measures", facts->n_measures);
  ledger_row_put_integer (row, "measures_done", facts->n_measures_done);
  ledger_row_put_integer (row, "evidence", facts->n_evidence);
  ledger_row_put_integer (row, "unfiled", facts->n_unfiled);
  ledger_row_put_text (row, "light", ledger_light_get_word (facts->light));
  ledger_row_put_integer (row, "working_days", facts->days);
  ledger_row_put_boolean (row, "changed_since_signed", facts->changed_since);
  ledger_row_put_boolean (row, "conflicted", facts->conflicted);
}

LedgerRow *
ledger_answer_issue (LedgerDocument *document, LedgerRecord *issue)
{
  LedgerRow *row = ledger_row_new ();
  const char *id = ledger_record_get_id (issue);
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, id);
  g_auto (GStrv) headings =
      dup_heading_path (document, ledger_record_get_text (issue, LEDGER_ISSUE_HEADING));

  ledger_row_put_text (row, "id", id);
  put_field (row, issue, LEDGER_ISSUE_NUMBER);
  put_field (row, issue, LEDGER_ISSUE_TEXT);
  ledger_row_put_texts (row, "headings", (const char *const *)headings);
  ledger_row_put_text (row, "state", facts ? ledger_state_get_word (facts->workflow.state) : NULL);
  ledger_row_put_integer (row, "round", facts ? facts->workflow.round : 1);
  put_field (row, issue, LEDGER_ISSUE_DEADLINE_CLASS);
  put_deadline (row, issue, LEDGER_ISSUE_DUE);
  if (facts)
    put_claim (row, document, facts);
  put_field (row, issue, LEDGER_ISSUE_ORIGINAL);
  put_field (row, issue, LEDGER_ISSUE_TARGET);
  put_field (row, issue, LEDGER_ISSUE_SHEET_PROGRESS);
  put_field (row, issue, LEDGER_ISSUE_REMARK);
  return row;
}

/* "1.2.3/2"; NULL where the measure's issue is not there. */
static char *
dup_measure_number (LedgerDocument *document, LedgerRecord *measure)
{
  const char *issue =
      number_of (document, "issue", ledger_record_get_parent_id (measure), LEDGER_ISSUE_NUMBER);

  if (!issue)
    return NULL;
  return g_strdup_printf (
      "%s/%u", issue, ledger_document_get_measure_place (document, ledger_record_get_id (measure)));
}

LedgerRow *
ledger_answer_measure (LedgerDocument *document, LedgerRecord *measure)
{
  LedgerRow *row = ledger_row_new ();
  const char *id = ledger_record_get_id (measure);
  const char *issue = ledger_record_get_parent_id (measure);

  ledger_row_put_text (row, "id", id);
  ledger_row_take_text (row, "number", dup_measure_number (document, measure));
  put_field (row, measure, LEDGER_MEASURE_TEXT);
  ledger_row_put_text (row, "issue", number_of (document, "issue", issue, LEDGER_ISSUE_NUMBER));
  ledger_row_put_text (row, "issue_id", issue);
  put_field (row, measure, LEDGER_MEASURE_TARGET);
  ledger_row_put_text (
      row,
      "owner",
      ledger_document_get_name (
          document, "person", ledger_record_get_text (measure, LEDGER_MEASURE_OWNER)));
  ledger_row_put_text (
      row,
      "phase",
      ledger_document_get_name (
          document, "phase", ledger_record_get_text (measure, LEDGER_MEASURE_PHASE)));
  put_field (row, measure, LEDGER_MEASURE_START);
  put_deadline (row, measure, LEDGER_MEASURE_DUE);
  put_field (row, measure, LEDGER_MEASURE_DONE);
  put_field (row, measure, LEDGER_MEASURE_FINISHED_ON);
  ledger_row_put_integer (
      row, "evidence", ledger_document_get_children (document, "evidence_link", id)->len);
  return row;
}

LedgerRow *
ledger_answer_phase (LedgerDocument *document, LedgerRecord *phase)
{
  LedgerRow *row = ledger_row_new ();

  ledger_row_put_text (row, "id", ledger_record_get_id (phase));
  put_field (row, phase, LEDGER_PHASE_NAME);
  put_field (row, phase, LEDGER_PHASE_START);
  put_field (row, phase, LEDGER_PHASE_DUE);
  return row;
}

/* The measures that an evidence is filed under, as 1.2.3/2. */
static GStrv
dup_measures_of (LedgerDocument *document, const char *evidence_id)
{
  g_autoptr (GPtrArray) measures = ledger_filing_list_measures (document, evidence_id);
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();

  for (guint i = 0; i < measures->len; i++)
    {
      g_autofree char *number = dup_measure_number (document, measures->pdata[i]);

      if (number)
        g_strv_builder_add (numbers, number);
    }
  return g_strv_builder_end (numbers);
}

LedgerRow *
ledger_answer_evidence (LedgerDocument *document, LedgerRecord *evidence)
{
  LedgerRow *row = ledger_row_new ();
  const char *issue = ledger_record_get_parent_id (evidence);
  g_auto (GStrv) measures = dup_measures_of (document, ledger_record_get_id (evidence));
  gsize length = 0;
  gconstpointer digest =
      ledger_value_get_data (ledger_record_get_value (evidence, LEDGER_EVIDENCE_DIGEST), &length);

  ledger_row_put_text (row, "id", ledger_record_get_id (evidence));
  put_field (row, evidence, LEDGER_EVIDENCE_NUMBER);
  put_field (row, evidence, LEDGER_EVIDENCE_TITLE);
  ledger_row_put_text (row, "issue", number_of (document, "issue", issue, LEDGER_ISSUE_NUMBER));
  ledger_row_put_texts (row, "measures", (const char *const *)measures);
  put_field (row, evidence, LEDGER_EVIDENCE_FILE_NAME);
  ledger_row_take_text (row, "sha256", digest ? ledger_hex_encode (digest, length) : NULL);
  put_field (row, evidence, LEDGER_EVIDENCE_SIZE);
  put_field (row, evidence, LEDGER_EVIDENCE_PAGES);
  put_field (row, evidence, LEDGER_EVIDENCE_VERDICT);
  put_field (row, evidence, LEDGER_EVIDENCE_KIND);
  put_field (row, evidence, LEDGER_EVIDENCE_DOCUMENT_NUMBER);
  put_field (row, evidence, LEDGER_EVIDENCE_DOCUMENT_DATE);
  put_field (row, evidence, LEDGER_EVIDENCE_ADDED_ON);
  put_field (row, evidence, LEDGER_EVIDENCE_ADDED_BY);
  return row;
}

LedgerRow *
ledger_answer_person (LedgerDocument *document, LedgerRecord *person)
{
  LedgerRow *row = ledger_row_new ();
  const char *department = ledger_record_get_text (person, LEDGER_PERSON_DEPARTMENT);
  const GPtrArray *supervised =
      ledger_document_get_children (document, "supervision", ledger_record_get_id (person));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < supervised->len; i++)
    {
      const char *id =
          ledger_record_get_text (g_ptr_array_index (supervised, i), LEDGER_SUPERVISION_DEPARTMENT);
      const char *name = ledger_document_get_name (document, "department", id);

      if (name)
        g_ptr_array_add (names, (gpointer)name);
    }
  g_ptr_array_add (names, NULL);
  ledger_row_put_text (row, "id", ledger_record_get_id (person));
  put_field (row, person, LEDGER_PERSON_NAME);
  put_field (row, person, LEDGER_PERSON_POST);
  ledger_row_put_text (
      row, "department", ledger_document_get_name (document, "department", department));
  ledger_row_put_texts (row, "supervises", (const char *const *)names->pdata);
  return row;
}

static void
put_person (LedgerRow *row, LedgerDocument *document, LedgerRecord *record, guint column)
{
  ledger_row_put_text (
      row,
      ledger_record_get_record_type (record)->columns[column].name,
      ledger_document_get_name (document, "person", ledger_record_get_text (record, column)));
}

LedgerRow *
ledger_answer_department (LedgerDocument *document, LedgerRecord *department)
{
  LedgerRow *row = ledger_row_new ();

  ledger_row_put_text (row, "id", ledger_record_get_id (department));
  put_field (row, department, LEDGER_DEPARTMENT_NAME);
  put_person (row, document, department, LEDGER_DEPARTMENT_DEFAULT_LEAD_LEADER);
  put_person (row, document, department, LEDGER_DEPARTMENT_DEFAULT_HANDLER);
  put_person (row, document, department, LEDGER_DEPARTMENT_DEFAULT_REVIEWER);
  return row;
}

static char *
dup_utc (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (milliseconds / 1000);

  return time ? g_date_time_format_iso8601 (time) : NULL;
}

/* "valid", "changed" (签后有变更) or "conflicted" (签后有冲突): only for the acts that stand; the
 * others have no status. */
static void
put_status (LedgerRow *row, LedgerDocument *document, const char *body)
{
  g_autoptr (GPtrArray) differences = ledger_canonical_compare (document, body);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);
  gboolean several = FALSE;

  for (guint i = 0; i < differences->len; i++)
    {
      const LedgerDifference *difference = g_ptr_array_index (differences, i);
      LedgerRow *change = ledger_row_new ();

      ledger_row_put_text (change, "field", difference->field);
      ledger_row_put_text (change, "signed", difference->signed_value);
      ledger_row_put_text (change, "present", difference->present_value);
      g_ptr_array_add (changes, change);
      several |= difference->several;
    }
  ledger_row_put_text (row,
                       "status",
                       several                 ? "conflicted"
                       : differences->len == 0 ? "valid"
                                               : "changed");
  ledger_row_take_rows (row, "changes", changes);
}

static void
put_scan (LedgerRow *row, LedgerRecord *record, guint scan_column, guint name_column)
{
  gsize length = 0;
  const LedgerValue *scan = ledger_record_get_value (record, scan_column);
  gconstpointer digest = scan ? ledger_value_get_data (scan, &length) : NULL;

  if (!digest)
    return;
  ledger_row_take_text (row, "scan", ledger_hex_encode (digest, length));
  ledger_row_put_text (row, "scan_name", ledger_record_get_text (record, name_column));
}

/* The date on the paper, and the scan that is kept of it, whenever it came. */
static void
put_paper (LedgerRow *row,
           LedgerDocument *document,
           LedgerRecord *signoff,
           const LedgerSignoffText *text)
{
  LedgerRecord *later = ledger_signed_paper_find (document, ledger_record_get_id (signoff));

  if (text->paper_day != LEDGER_DAY_NONE)
    ledger_row_take_text (row, "paper_date", ledger_day_to_iso (text->paper_day));
  if (ledger_signoff_has_scan (LEDGER_SIGNOFF (signoff)))
    put_scan (row, signoff, LEDGER_SIGNOFF_SCAN, LEDGER_SIGNOFF_SCAN_NAME);
  else if (later)
    put_scan (row, later, LEDGER_SIGNED_PAPER_SCAN, LEDGER_SIGNED_PAPER_SCAN_NAME);
}

LedgerRow *
ledger_answer_signoff (LedgerDocument *document, LedgerRecord *signoff)
{
  LedgerRow *row = ledger_row_new ();
  const char *body = ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY);
  g_autoptr (LedgerSignoffText) text = body ? ledger_canonical_parse (body, NULL) : NULL;

  ledger_row_put_text (row, "id", ledger_record_get_id (signoff));
  ledger_row_put_text (
      row,
      "issue",
      number_of (document, "issue", ledger_record_get_parent_id (signoff), LEDGER_ISSUE_NUMBER));
  if (!text)
    {
      ledger_row_put_text (row, "status", "unreadable");
      return row;
    }
  ledger_row_put_text (row, "step", ledger_step_get_word (text->step));
  ledger_row_put_text (row, "decision", ledger_decision_get_word (text->decision));
  ledger_row_put_text (row, "opinion", text->opinion);
  ledger_row_put_text (row, "signer", text->signer_name);
  ledger_row_put_text (row, "entered_by", text->entered_by);
  ledger_row_put_boolean (row, "paper", text->paper);
  put_paper (row, document, signoff, text);
  ledger_row_put_text (row, "computer", text->computer);
  ledger_row_take_text (row, "time", dup_utc (text->time));
  put_status (row, document, body);
  return row;
}

LedgerRow *
ledger_answer_edit (const LedgerLogLine *line)
{
  LedgerRow *row = ledger_row_new ();

  ledger_row_put_text (row, "id", line->hash);
  ledger_row_put_text (row, "kind", line->kind);
  ledger_row_take_text (row, "time", dup_utc (line->time));
  ledger_row_put_text (row, "actor", line->actor);
  ledger_row_put_text (row, "title", line->title);
  ledger_row_put_text (row, "reason", line->reason);
  ledger_row_put_text (row, "target", line->target);
  ledger_row_put_integer (row, "records", line->n_parts);
  ledger_row_put_boolean (row, "doubtful_time", line->doubtful);
  return row;
}

/* Numbers of an issue or evidence, place of a measure; NULL for what has none. */
static char *
dup_number (LedgerDocument *document, const char *type, const char *id)
{
  LedgerRecord *record = id ? ledger_document_lookup (document, type, id) : NULL;

  if (!record)
    return NULL;
  if (g_str_equal (type, "measure"))
    return dup_measure_number (document, record);
  if (g_str_equal (type, "claim"))
    return g_strdup (number_of (document, "issue", id, LEDGER_ISSUE_NUMBER));

  guint column = ledger_record_type_find_column (ledger_record_get_record_type (record), "number");
  return column == G_MAXUINT ? NULL : g_strdup (ledger_record_get_text (record, column));
}

static char *
value_to_text (const LedgerValue *value)
{
  if (value && ledger_value_get_tag (value) == LEDGER_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, ledger_value_get_integer (value));
  return value ? g_strdup (ledger_value_get_text (value)) : NULL;
}

LedgerRow *
ledger_answer_conflict (LedgerDocument *document, const LedgerOperation *operation)
{
  LedgerRow *row = ledger_row_new ();
  g_autoptr (GPtrArray) heads = ledger_store_get_heads (
      ledger_document_get_store (document), operation->type, operation->id, operation->field, NULL);
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);

  for (guint i = 0; heads && i < heads->len; i++)
    {
      const LedgerOperation *head = g_ptr_array_index (heads, i);
      LedgerRow *value = ledger_row_new ();

      ledger_row_take_text (value, "value", value_to_text (head->value));
      ledger_row_put_text (value, "actor", head->actor);
      ledger_row_put_text (value, "edit", head->edit);
      g_ptr_array_add (values, value);
    }
  ledger_row_put_text (row, "id", operation->id);
  ledger_row_take_text (row, "number", dup_number (document, operation->type, operation->id));
  ledger_row_put_text (row, "type", operation->type);
  ledger_row_put_text (row, "field", operation->field);
  ledger_row_take_text (row, "shown", value_to_text (operation->value));
  ledger_row_take_rows (row, "values", values);
  return row;
}

LedgerRow *
ledger_answer_finding (LedgerDocument *document, const LedgerFinding *finding)
{
  LedgerRow *row = ledger_row_new ();

  ledger_row_put_text (row, "id", finding->id);
  ledger_row_take_text (row, "number", dup_number (document, finding->type, finding->id));
  ledger_row_put_text (row, "rule", finding->rule);
  ledger_row_put_boolean (row, "blocking", finding->blocking);
  ledger_row_put_text (row, "type", finding->type);
  ledger_row_put_text (row, "field", finding->field);
  ledger_row_put_text (row, "text", finding->text);
  return row;
}
