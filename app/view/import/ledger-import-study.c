/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-study.h"

#include "ledger-import-change.h"
#include "ledger-import-doubts.h"
#include "ledger-import-encodings.h"
#include "ledger-import-reading.h"

struct _LedgerImportStudy
{
  GObject parent_instance;

  LedgerDocument *document;
  gint64 position; /* of the document, when it was last looked at */
  LedgerTaskQueue *jobs;
  LedgerStudyState state;
  GQueue changes;            /* LedgerImportChange */
  GCancellable *running;     /* of the job under way, or NULL */
  LedgerImportReading *next; /* a file or table to be read instead of all there is */
  LedgerProgress *progress;
  char *path;
  char *reason;
  LedgerSheetImport *import;
  LedgerImportPlan *plan;
  LedgerSheetCounts counts;
  LedgerImportDoubts *doubts;
  GHashTable *decisions; /* of pairs: row of the sheet to the id, or "" */
  gboolean another;      /* another list or sheet than the plan was made for */
};

enum
{
  CHANGED,
  ACCEPTED,
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerImportStudy, ledger_import_study, G_TYPE_OBJECT)

/* --- what was found --- */

static void
forget_reading (LedgerImportStudy *self)
{
  ledger_import_reading_let_go (self->jobs, NULL, g_steal_pointer (&self->plan));
  g_clear_pointer (&self->reason, g_free);
  self->counts = (LedgerSheetCounts){ 0 };
}

static void
take_import (LedgerImportStudy *self, LedgerImportReading *reading)
{
  if (!reading->made)
    return;
  ledger_import_reading_let_go (self->jobs, g_steal_pointer (&self->import), NULL);
  self->import = g_steal_pointer (&reading->import);
  reading->made = FALSE;
  g_free (self->path);
  self->path = g_strdup (reading->path);
  ledger_import_doubts_forget_accepted (self->doubts);
  g_hash_table_remove_all (self->decisions);
  self->another = TRUE;
  self->state = LEDGER_STUDY_READY;
}

static void
take_reading (LedgerImportStudy *self, LedgerImportReading *reading)
{
  if (self->plan != NULL && reading->plan != NULL && !self->another)
    ledger_import_plan_take_choices (reading->plan, self->plan);
  self->another = FALSE;
  forget_reading (self);
  self->plan = g_steal_pointer (&reading->plan);
  self->counts = reading->counts;
  self->reason = reading->problem != NULL ? g_strdup (reading->problem->message) : NULL;
  ledger_import_doubts_set_found (self->doubts, reading->doubts);
}

static void
refuse_encoding (LedgerImportStudy *self, LedgerImportReading *reading)
{
  g_autofree char *sentence =
      ledger_import_encodings_dup_refusal (reading->path, reading->encoding);

  g_signal_emit (self, signals[REFUSED], 0, sentence);
}

static void
take_failure (LedgerImportStudy *self, LedgerImportReading *reading, const GError *error)
{
  const gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (reading->keeps_shown && !cancelled)
    refuse_encoding (self, reading);
  if (reading->keeps_shown)
    return;
  forget_reading (self);
  ledger_import_reading_let_go (self->jobs, g_steal_pointer (&self->import), NULL);
  ledger_import_doubts_set_found (self->doubts, NULL);
  self->state = cancelled ? LEDGER_STUDY_EMPTY : LEDGER_STUDY_FAILED;
  self->reason = cancelled ? NULL : g_strdup (error->message);
}

static void go_on (LedgerImportStudy *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  LedgerImportStudy *self = LEDGER_IMPORT_STUDY (source);
  LedgerImportReading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean read = g_task_propagate_boolean (G_TASK (result), &error);

  LEDGER_TASK_QUEUE_ACQUIRE (result);
  g_clear_object (&self->running);
  if (self->next == NULL && !read && reading->import == NULL)
    take_failure (self, reading, error);
  else if (self->next == NULL && read)
    {
      take_import (self, reading);
      if (g_queue_is_empty (&self->changes) && reading->doubts != NULL)
        take_reading (self, reading);
    }
  go_on (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- one job after another --- */

static void
apply (LedgerImportStudy *self, const LedgerImportChange *change)
{
  ledger_import_change_apply (change, self->import, self->decisions);
  if (change->kind != LEDGER_IMPORT_CHANGE_SHEET)
    return;
  ledger_import_doubts_forget_accepted (self->doubts);
  self->another = TRUE;
}

static void
begin (LedgerImportStudy *self, LedgerImportReading *reading)
{
  g_autoptr (GTask) task = NULL;

  self->running = g_cancellable_new ();
  reading->decisions = ledger_import_change_copy_decisions (self->decisions);
  if (self->document != NULL)
    ledger_import_reading_set_ledger (reading, self->document);
  task = g_task_new (self, self->running, on_read, NULL);
  /* A cancelled reading is told by what it found, so that a sheet once open stays open. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, reading, (GDestroyNotify)ledger_import_reading_free);
  ledger_task_queue_push (self->jobs, task, ledger_import_reading_run);
}

/* Takes up what waits, once nothing is under way: the import belongs to the job while it runs. */
static void
go_on (LedgerImportStudy *self)
{
  LedgerImportChange *change;

  if (self->running != NULL)
    {
      g_cancellable_cancel (self->running);
      return;
    }
  if (self->next != NULL)
    {
      begin (self, g_steal_pointer (&self->next));
      return;
    }
  if (g_queue_is_empty (&self->changes) || self->import == NULL)
    return;
  while ((change = g_queue_pop_head (&self->changes)) != NULL)
    {
      apply (self, change);
      ledger_import_change_free (change);
    }
  begin (self, ledger_import_reading_new_again (self->import));
}

/* Takes CHANGE. */
static void
add_change (LedgerImportStudy *self, LedgerImportChange *change)
{
  if (self->import == NULL)
    {
      ledger_import_change_free (change);
      return;
    }
  g_queue_push_tail (&self->changes, change);
  go_on (self);
  g_signal_emit (self, signals[ACCEPTED], 0);
}

/* An undo, another page's edit: what was found by comparing holds no longer. */
static void
on_refreshed (LedgerImportStudy *self)
{
  const gint64 position = ledger_document_get_position (self->document);

  if (position == self->position)
    return;
  self->position = position;
  add_change (self, ledger_import_change_new (LEDGER_IMPORT_CHANGE_LEDGER, 0, 0, NULL));
}

static void
load (LedgerImportStudy *self, LedgerImportReading *reading)
{
  g_queue_clear_full (&self->changes, (GDestroyNotify)ledger_import_change_free);
  g_clear_pointer (&self->next, ledger_import_reading_free);
  g_set_object (&self->progress, NULL);
  self->progress = ledger_progress_new ();
  reading->progress = g_object_ref (self->progress);
  self->next = reading;
  if (reading->keeps_shown)
    {
      go_on (self);
      g_signal_emit (self, signals[ACCEPTED], 0);
      return;
    }
  self->state = LEDGER_STUDY_READING;
  forget_reading (self);
  ledger_import_doubts_set_found (self->doubts, NULL);
  go_on (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the object --- */

static void
ledger_import_study_finalize (GObject *object)
{
  LedgerImportStudy *self = LEDGER_IMPORT_STUDY (object);

  g_queue_clear_full (&self->changes, (GDestroyNotify)ledger_import_change_free);
  g_clear_pointer (&self->next, ledger_import_reading_free);
  g_clear_object (&self->running);
  g_clear_object (&self->progress);
  forget_reading (self);
  ledger_import_reading_let_go (self->jobs, g_steal_pointer (&self->import), NULL);
  g_clear_object (&self->doubts);
  g_hash_table_unref (self->decisions);
  g_clear_object (&self->document);
  g_free (self->path);
  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (ledger_import_study_parent_class)->finalize (object);
}

static void
ledger_import_study_class_init (LedgerImportStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_import_study_finalize;
  signals[CHANGED] = g_signal_new (
      "changed", LEDGER_TYPE_IMPORT_STUDY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACCEPTED] = g_signal_new (
      "accepted", LEDGER_TYPE_IMPORT_STUDY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused",
                                   LEDGER_TYPE_IMPORT_STUDY,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);
}

static void
ledger_import_study_init (LedgerImportStudy *self)
{
  g_queue_init (&self->changes);
  self->doubts = ledger_import_doubts_new ();
  self->decisions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

LedgerImportStudy *
ledger_import_study_new (LedgerDocument *document)
{
  LedgerImportStudy *self = g_object_new (LEDGER_TYPE_IMPORT_STUDY, NULL);
  LedgerTaskQueue *jobs = document != NULL ? ledger_document_get_jobs (document) : NULL;

  self->document = document != NULL ? g_object_ref (document) : NULL;
  self->jobs = jobs != NULL ? g_object_ref (jobs) : ledger_task_queue_new ("ledger-jobs");
  if (document == NULL)
    return self;
  self->position = ledger_document_get_position (document);
  g_signal_connect_object (
      document, "refreshed", G_CALLBACK (on_refreshed), self, G_CONNECT_SWAPPED);
  return self;
}

void
ledger_import_study_load_file (LedgerImportStudy *self, const char *path)
{
  load (self, ledger_import_reading_new_file (path, NULL));
}

void
ledger_import_study_load_table (LedgerImportStudy *self, const char *text, const char *html)
{
  load (self, ledger_import_reading_new_table (text, html));
}

void
ledger_import_study_choose_encoding (LedgerImportStudy *self, const char *encoding)
{
  LedgerImportReading *reading;

  if (self->path == NULL || self->import == NULL)
    return;
  reading = ledger_import_reading_new_file (self->path, encoding);
  reading->keeps_shown = TRUE;
  load (self, reading);
}

void
ledger_import_study_cancel (LedgerImportStudy *self)
{
  g_queue_clear_full (&self->changes, (GDestroyNotify)ledger_import_change_free);
  g_clear_pointer (&self->next, ledger_import_reading_free);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}

LedgerStudyState
ledger_import_study_get_state (LedgerImportStudy *self)
{
  return self->state;
}

gboolean
ledger_import_study_is_behind (LedgerImportStudy *self)
{
  return self->running != NULL || !g_queue_is_empty (&self->changes);
}

const char *
ledger_import_study_get_reason (LedgerImportStudy *self)
{
  return self->reason;
}

LedgerProgress *
ledger_import_study_get_progress (LedgerImportStudy *self)
{
  return self->progress;
}

LedgerTaskQueue *
ledger_import_study_get_jobs (LedgerImportStudy *self)
{
  return self->jobs;
}

const char *
ledger_import_study_get_path (LedgerImportStudy *self)
{
  return self->path;
}

LedgerWorkbook *
ledger_import_study_get_workbook (LedgerImportStudy *self)
{
  return ledger_sheet_import_get_workbook (self->import);
}

const LedgerSheet *
ledger_import_study_get_sheet (LedgerImportStudy *self)
{
  return ledger_sheet_import_get_sheet (self->import);
}

const LedgerSheetLayout *
ledger_import_study_get_layout (LedgerImportStudy *self)
{
  return ledger_sheet_import_get_layout (self->import);
}

char *
ledger_import_study_dup_unit (LedgerImportStudy *self)
{
  return ledger_sheet_import_dup_unit (self->import);
}

LedgerDay
ledger_import_study_find_feedback_date (LedgerImportStudy *self)
{
  return ledger_sheet_import_find_feedback_date (self->import);
}

LedgerImportPlan *
ledger_import_study_get_plan (LedgerImportStudy *self)
{
  return self->plan;
}

LedgerSheetCounts
ledger_import_study_get_counts (LedgerImportStudy *self)
{
  return self->counts;
}

GListModel *
ledger_import_study_get_doubts (LedgerImportStudy *self)
{
  return G_LIST_MODEL (self->doubts);
}

LedgerImportDoubt *
ledger_import_study_find_doubt (LedgerImportStudy *self, guint row, guint column)
{
  return ledger_import_doubts_find (self->doubts, row, column);
}

/* --- what a person says --- */

void
ledger_import_study_choose_sheet (LedgerImportStudy *self, const char *name)
{
  add_change (self, ledger_import_change_new (LEDGER_IMPORT_CHANGE_SHEET, 0, 0, name));
}

void
ledger_import_study_set_head_row (LedgerImportStudy *self, guint row)
{
  add_change (self, ledger_import_change_new (LEDGER_IMPORT_CHANGE_HEAD_ROW, row, 0, NULL));
}

void
ledger_import_study_set_role (LedgerImportStudy *self, guint column, LedgerColumnRole role)
{
  LedgerImportChange *change =
      ledger_import_change_new (LEDGER_IMPORT_CHANGE_ROLE, 0, column, NULL);

  change->role = role;
  add_change (self, change);
}

void
ledger_import_study_answer (LedgerImportStudy *self, guint row, guint column, const char *answer)
{
  add_change (self, ledger_import_change_new (LEDGER_IMPORT_CHANGE_ANSWER, row, column, answer));
}

void
ledger_import_study_decide (LedgerImportStudy *self, guint row, gboolean as_change)
{
  const LedgerImportPair *pair =
      self->plan != NULL ? ledger_import_plan_find_pair_at (self->plan, row) : NULL;

  if (pair != NULL)
    add_change (self,
                ledger_import_change_new (
                    LEDGER_IMPORT_CHANGE_DECISION, row, 0, as_change ? pair->id : ""));
}

/* A pair whose doubt is accepted is new, as it was said. */
static void
settle_pair (LedgerImportStudy *self, LedgerImportDoubt *doubt)
{
  const LedgerDoubt *told = ledger_import_doubt_get (doubt);

  if (told->kind == LEDGER_DOUBT_PAIR)
    ledger_import_study_decide (self, told->row, FALSE);
}

void
ledger_import_study_accept (LedgerImportStudy *self, LedgerImportDoubt *doubt)
{
  settle_pair (self, doubt);
  ledger_import_doubts_accept (self->doubts, doubt);
  g_signal_emit (self, signals[ACCEPTED], 0);
}

void
ledger_import_study_accept_all (LedgerImportStudy *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->doubts));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LedgerImportDoubt) doubt = g_list_model_get_item (G_LIST_MODEL (self->doubts), i);

      settle_pair (self, doubt);
    }
  ledger_import_doubts_accept_all (self->doubts);
  g_signal_emit (self, signals[ACCEPTED], 0);
}
