/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-schedule-rows.h"

#include <glib/gi18n-lib.h>

#include "ledger-inspection.h"
#include "ledger-measure.h"
#include "ledger-milestone.h"
#include "ledger-phase.h"

struct _LedgerScheduleRows
{
  GArray *rows;  /* LedgerScheduleRow */
  GArray *bands; /* LedgerScheduleBand */
  GStringChunk *texts;
};

typedef struct
{
  LedgerScheduleRows *rows;
  LedgerDocument *document;
  LedgerDay today;
  LedgerDay begin; /* where a bar begins whose start nobody wrote */
  guint near_days;
} Reading;

static void
rows_clear (gpointer data)
{
  LedgerScheduleRows *rows = data;

  g_array_unref (rows->rows);
  g_array_unref (rows->bands);
  g_string_chunk_free (rows->texts);
}

static LedgerScheduleRows *
rows_new (void)
{
  LedgerScheduleRows *rows = g_rc_box_new0 (LedgerScheduleRows);

  rows->rows = g_array_new (FALSE, TRUE, sizeof (LedgerScheduleRow));
  rows->bands = g_array_new (FALSE, TRUE, sizeof (LedgerScheduleBand));
  rows->texts = g_string_chunk_new (4096);
  return rows;
}

LedgerScheduleRows *
ledger_schedule_rows_ref (LedgerScheduleRows *rows)
{
  return g_rc_box_acquire (rows);
}

void
ledger_schedule_rows_unref (LedgerScheduleRows *rows)
{
  g_rc_box_release_full (rows, rows_clear);
}

static const char *
keep (LedgerScheduleRows *rows, const char *text)
{
  return text ? g_string_chunk_insert_const (rows->texts, text) : "";
}

static void
add_band (
    LedgerScheduleRows *rows, const char *name, LedgerDay first, LedgerDay last, gboolean milestone)
{
  LedgerScheduleBand band = { keep (rows, name), first, last, milestone };

  if (first != LEDGER_DAY_NONE && last != LEDGER_DAY_NONE && last >= first)
    g_array_append_val (rows->bands, band);
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const LedgerScheduleBand *first = a;
  const LedgerScheduleBand *second = b;

  if (first->milestone != second->milestone)
    return first->milestone - second->milestone;
  return first->first - second->first;
}

static void
read_bands (Reading *self)
{
  LedgerTable *phases = ledger_document_get_table (self->document, "phase");
  LedgerTable *milestones = ledger_document_get_table (self->document, "milestone");
  LedgerRecord *inspection = ledger_document_get_inspection (self->document);
  LedgerDay report = inspection ? ledger_record_get_day (inspection, LEDGER_INSPECTION_REPORT_DUE)
                                : LEDGER_DAY_NONE;
  gboolean report_shown = FALSE;

  for (guint i = 0; i < ledger_table_get_n_records (phases); i++)
    {
      LedgerRecord *phase = ledger_table_get_record (phases, i);
      add_band (self->rows,
                ledger_record_get_text (phase, LEDGER_PHASE_NAME),
                ledger_record_get_day (phase, LEDGER_PHASE_START),
                ledger_record_get_day (phase, LEDGER_PHASE_DUE),
                FALSE);
    }
  for (guint i = 0; i < ledger_table_get_n_records (milestones); i++)
    {
      LedgerRecord *milestone = ledger_table_get_record (milestones, i);
      LedgerDay day = ledger_record_get_day (milestone, LEDGER_MILESTONE_DAY);

      report_shown |= day == report;
      add_band (
          self->rows, ledger_record_get_text (milestone, LEDGER_MILESTONE_NAME), day, day, TRUE);
    }
  if (!report_shown)
    add_band (self->rows, _ ("hand-in"), report, report, TRUE);
  g_array_sort (self->rows->bands, compare_bands);
}

static void
set_due (Reading *self, LedgerScheduleRow *row, LedgerRecord *record, guint column, gboolean done)
{
  const char *canonical = ledger_record_get_text (record, column);
  g_autoptr (LedgerDeadline) deadline =
      canonical ? ledger_deadline_from_canonical (canonical) : NULL;
  g_autofree char *words = deadline ? ledger_deadline_to_words (deadline, self->today) : NULL;
  g_autofree char *light = NULL;
  int days = 0;

  row->due = deadline ? deadline->day : LEDGER_DAY_NONE;
  row->due_words = keep (self->rows, words);
  row->due_short = row->due_words;
  if (row->due != LEDGER_DAY_NONE)
    {
      g_autofree char *day = ledger_day_to_words (row->due, self->today);

      row->due_short = keep (self->rows, day);
    }
  row->light = ledger_light_compute (deadline,
                                     done,
                                     self->today,
                                     self->near_days,
                                     ledger_document_get_calendar (self->document),
                                     &days);
  light = ledger_light_describe (row->light, days, deadline, self->today);
  row->light_words = keep (self->rows, light);
}

static void
add_measure (Reading *self, const LedgerScheduleRow *issue, LedgerRecord *measure, guint place)
{
  g_autofree char *text = g_strdup_printf (
      _ ("Measure %u %s"), place, ledger_record_get_text (measure, LEDGER_MEASURE_TEXT));
  const char *owner = ledger_document_get_name (
      self->document, "person", ledger_record_get_text (measure, LEDGER_MEASURE_OWNER));
  LedgerDay start = ledger_record_get_day (measure, LEDGER_MEASURE_START);
  gboolean done = ledger_record_get_integer (measure, LEDGER_MEASURE_DONE) != 0;
  LedgerScheduleRow row = *issue;

  row.kind = LEDGER_SCHEDULE_MEASURE;
  row.text = keep (self->rows, text);
  row.person = owner ? keep (self->rows, owner) : issue->person;
  row.n_measures = 0;
  row.done = done ? 1 : 0;
  row.finished = ledger_record_get_day (measure, LEDGER_MEASURE_FINISHED_ON);
  row.start = start == LEDGER_DAY_NONE ? issue->start : start;
  /* A measure without a date of its own goes by its issue's. */
  if (ledger_record_get_text (measure, LEDGER_MEASURE_DUE))
    set_due (self, &row, measure, LEDGER_MEASURE_DUE, done);
  else if (done)
    {
      row.light = LEDGER_LIGHT_DONE;
      row.light_words = keep (self->rows, ledger_light_get_name (LEDGER_LIGHT_DONE));
    }
  g_array_append_val (self->rows->rows, row);
}

static void
add_issue (Reading *self, const LedgerIssueFacts *facts, gboolean folded)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  const char *id = ledger_record_get_id (issue);
  const GPtrArray *measures = ledger_document_get_children (self->document, "measure", id);
  g_autofree char *text = g_strdup_printf ("%s %s",
                                           ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER),
                                           ledger_record_get_text (issue, LEDGER_ISSUE_TEXT));
  gboolean done = facts->workflow.state == LEDGER_STATE_DONE_BY_UNIT
                  || facts->workflow.state == LEDGER_STATE_CLOSED;
  LedgerDay started = ledger_record_get_day (issue, LEDGER_ISSUE_STARTED);
  LedgerScheduleRow row = {
    .kind = LEDGER_SCHEDULE_ISSUE,
    .issue_id = keep (self->rows, id),
    .text = keep (self->rows, text),
    .person = keep (self->rows, facts->handler),
    .start = started == LEDGER_DAY_NONE ? self->begin : started,
    .finished = LEDGER_DAY_NONE,
    .done = facts->n_measures > 0 ? (float)facts->n_measures_done / facts->n_measures : 0,
    .n_measures = measures->len,
  };

  set_due (self, &row, issue, LEDGER_ISSUE_DUE, done);
  g_array_append_val (self->rows->rows, row);
  for (guint i = 0; !folded && i < measures->len; i++)
    add_measure (self, &row, g_ptr_array_index (measures, i), i + 1);
}

LedgerScheduleRows *
ledger_schedule_rows_read (LedgerDocument *document, LedgerFilter *filter, GHashTable *folded)
{
  LedgerScheduleRows *rows = rows_new ();
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  LedgerScheduleRow phases = { .kind = LEDGER_SCHEDULE_PHASES,
                               .due = LEDGER_DAY_NONE,
                               .start = LEDGER_DAY_NONE,
                               .finished = LEDGER_DAY_NONE,
                               .person = "",
                               .due_words = "",
                               .due_short = "",
                               .light_words = "" };
  Reading self = { .rows = rows, .document = document };

  self.today = ledger_document_get_today (document);
  self.begin = inspection ? ledger_record_get_day (inspection, LEDGER_INSPECTION_FEEDBACK_DATE)
                          : LEDGER_DAY_NONE;
  self.near_days = ledger_inspection_get_near_days (inspection);
  phases.text = keep (rows, _ ("Phases"));
  g_array_append_val (rows->rows, phases);
  phases.kind = LEDGER_SCHEDULE_MILESTONES;
  phases.text = keep (rows, _ ("Milestones"));
  g_array_append_val (rows->rows, phases);
  read_bands (&self);
  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));
      const LedgerIssueFacts *facts = ledger_document_get_facts (document, id);

      if (facts && ledger_filter_matches (filter, facts))
        add_issue (&self, facts, folded && g_hash_table_contains (folded, id));
    }
  return rows;
}

LedgerScheduleRows *
ledger_schedule_rows_new_made_up (guint n_bars, LedgerDay first)
{
  LedgerScheduleRows *rows = rows_new ();

  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u 加强整改工作第%u项", i + 1, i + 1);
      LedgerScheduleRow row = {
        .kind = i % 4 == 0 ? LEDGER_SCHEDULE_ISSUE : LEDGER_SCHEDULE_MEASURE,
        .issue_id = keep (rows, "0"),
        .text = keep (rows, text),
        .person = keep (rows, "张伟"),
        .due_words = keep (rows, "3月5日"),
        .due_short = keep (rows, "3月5日"),
        .light_words = keep (rows, "逾期3个工作日"),
        .start = first + (LedgerDay)(i * 7 % 300),
        .due = first + (LedgerDay)(i * 7 % 300) + 20 + (LedgerDay)(i % 40),
        .finished = LEDGER_DAY_NONE,
        .done = (float)(i % 5) / 4,
        .light = i % 7 == 0 ? LEDGER_LIGHT_OVERDUE : LEDGER_LIGHT_ON_TIME,
        .n_measures = i % 4 == 0 ? 3 : 0,
      };
      g_array_append_val (rows->rows, row);
    }
  return rows;
}

guint
ledger_schedule_rows_get_n (LedgerScheduleRows *rows)
{
  return rows->rows->len;
}

const LedgerScheduleRow *
ledger_schedule_rows_get (LedgerScheduleRows *rows, guint index)
{
  return &g_array_index (rows->rows, LedgerScheduleRow, index);
}

guint
ledger_schedule_rows_get_n_bands (LedgerScheduleRows *rows)
{
  return rows->bands->len;
}

const LedgerScheduleBand *
ledger_schedule_rows_get_band (LedgerScheduleRows *rows, guint index)
{
  return &g_array_index (rows->bands, LedgerScheduleBand, index);
}

static void
widen (LedgerDay day, LedgerDay *first, LedgerDay *last)
{
  if (day == LEDGER_DAY_NONE)
    return;
  if (*first == LEDGER_DAY_NONE || day < *first)
    *first = day;
  if (*last == LEDGER_DAY_NONE || day > *last)
    *last = day;
}

gboolean
ledger_schedule_rows_get_span (LedgerScheduleRows *rows, LedgerDay *first, LedgerDay *last)
{
  *first = *last = LEDGER_DAY_NONE;
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const LedgerScheduleRow *row = ledger_schedule_rows_get (rows, i);

      if (row->due == LEDGER_DAY_NONE)
        continue;
      widen (row->start, first, last);
      widen (row->due, first, last);
      widen (row->finished, first, last);
    }
  for (guint i = 0; i < rows->bands->len; i++)
    {
      widen (ledger_schedule_rows_get_band (rows, i)->first, first, last);
      widen (ledger_schedule_rows_get_band (rows, i)->last, first, last);
    }
  return *first != LEDGER_DAY_NONE;
}
