/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-study.h"

#include "ledger-inspection.h"
#include "ledger-sheet-reader.h"
#include "ledger-table-paste.h"

/* A correction that waits until the reading under way has ended. */
typedef enum
{
  CHANGE_SHEET,
  CHANGE_HEAD_ROW,
  CHANGE_ROLE,
  CHANGE_ANSWER,
} ChangeKind;

typedef struct
{
  ChangeKind kind;
  guint row;
  guint column;
  LedgerColumnRole role;
  char *text;
} Change;

/* One job: what it begins with and what it finds. */
typedef struct
{
  char *path;
  char *encoding;
  char *text;
  char *html;
  char *ledger; /* the path of the ledger to compare with, or NULL */
  LedgerDay anchor;
  LedgerProgress *progress;

  LedgerSheetImport *import; /* of the study, or made by the job */
  gboolean made;
  LedgerImportPlan *plan;
  GPtrArray *doubts;
  LedgerSheetCounts counts;
  GError *problem; /* the sheet is there, but holds nothing to import */
} Work;

struct _LedgerImportStudy
{
  GObject parent_instance;

  LedgerDocument *document;
  LedgerTaskQueue *jobs;
  LedgerStudyState state;
  GQueue changes;
  GCancellable *running; /* of the job under way, or NULL */
  Work *next;            /* a file or table to be read instead of all there is */
  LedgerProgress *progress;
  char *path;
  char *reason;
  LedgerSheetImport *import;
  LedgerImportPlan *plan;
  LedgerSheetCounts counts;
  GListStore *doubts;
  GHashTable *by_cell;  /* row and column to LedgerImportDoubt, borrowed from the model */
  GHashTable *accepted; /* keys of doubts */
};

enum
{
  CHANGED,
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerImportStudy, ledger_import_study, G_TYPE_OBJECT)

static void
change_free (Change *change)
{
  g_free (change->text);
  g_free (change);
}

static void
work_free (Work *work)
{
  if (work == NULL)
    return;
  g_free (work->path);
  g_free (work->encoding);
  g_free (work->text);
  g_free (work->html);
  g_free (work->ledger);
  g_clear_object (&work->progress);
  if (work->made)
    g_clear_pointer (&work->import, ledger_sheet_import_free);
  g_clear_pointer (&work->plan, ledger_import_plan_free);
  g_clear_pointer (&work->doubts, g_ptr_array_unref);
  g_clear_error (&work->problem);
  g_free (work);
}

/* --- in the job --- */

static gboolean
open_sheet (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (LedgerWorkbook) workbook = NULL;

  if (work->path != NULL && work->encoding != NULL)
    workbook = ledger_sheet_reader_open_encoded (
        work->path, work->encoding, work->progress, cancellable, error);
  else if (work->path != NULL)
    workbook = ledger_sheet_reader_open (work->path, work->progress, cancellable, error);
  else
    workbook = ledger_table_paste (work->text, work->html, cancellable, error);
  if (workbook == NULL)
    return FALSE;
  work->import = ledger_sheet_import_new (workbook);
  work->made = TRUE;
  if (work->anchor == LEDGER_DAY_NONE)
    work->anchor = ledger_sheet_import_find_feedback_date (work->import);
  ledger_sheet_import_set_anchor (work->import, work->anchor);
  return TRUE;
}

static void
keep_doubts (Work *work)
{
  const GPtrArray *doubts = ledger_sheet_import_get_doubts (work->import);

  work->doubts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < doubts->len; i++)
    g_ptr_array_add (work->doubts, ledger_import_doubt_new (g_ptr_array_index (doubts, i)));
}

/* The ledger is read once more, beside the window: its tables are the main thread's. */
static gboolean
compare (Work *work, GPtrArray *rows, GError **error)
{
  g_autoptr (LedgerDocument) document = NULL;

  if (work->ledger != NULL)
    {
      document = ledger_document_open (work->ledger, LEDGER_DOCUMENT_READ, error);
      if (document == NULL)
        return FALSE;
    }
  work->plan = ledger_import_plan_new (document, rows, error);
  if (document != NULL)
    ledger_document_close (document);
  return work->plan != NULL;
}

static void
run_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (work->import == NULL && !open_sheet (work, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  rows = ledger_sheet_import_read (work->import, cancellable, &work->problem);
  if (rows != NULL)
    {
      work->counts = ledger_sheet_import_count (rows);
      compare (work, rows, &work->problem);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    keep_doubts (work);
  g_task_return_boolean (task, TRUE);
}

/* --- what was found --- */

static gint64
cell_key (guint row, guint column)
{
  return ((gint64)row << 16) | column;
}

static void
show_doubts (LedgerImportStudy *self, GPtrArray *found)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_hash_table_remove_all (self->by_cell);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      LedgerImportDoubt *doubt = g_ptr_array_index (found, i);
      const LedgerDoubt *told = ledger_import_doubt_get (doubt);
      const gint64 key = ledger_import_doubt_get_key (doubt);
      const gint64 cell = cell_key (told->row, told->column);

      if (g_hash_table_contains (self->accepted, &key))
        continue;
      g_ptr_array_add (open, doubt);
      g_hash_table_insert (self->by_cell, g_memdup2 (&cell, sizeof cell), doubt);
    }
  g_list_store_splice (self->doubts,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->doubts)),
                       open->pdata,
                       open->len);
}

static void
forget_reading (LedgerImportStudy *self)
{
  g_clear_pointer (&self->plan, ledger_import_plan_free);
  g_clear_pointer (&self->reason, g_free);
  self->counts = (LedgerSheetCounts){ 0 };
}

static void
take_import (LedgerImportStudy *self, Work *work)
{
  if (!work->made)
    return;
  g_clear_pointer (&self->import, ledger_sheet_import_free);
  self->import = g_steal_pointer (&work->import);
  work->made = FALSE;
  g_free (self->path);
  self->path = g_strdup (work->path);
  g_hash_table_remove_all (self->accepted);
  self->state = LEDGER_STUDY_READY;
}

static void
take_reading (LedgerImportStudy *self, Work *work)
{
  forget_reading (self);
  self->plan = g_steal_pointer (&work->plan);
  self->counts = work->counts;
  self->reason = work->problem != NULL ? g_strdup (work->problem->message) : NULL;
  show_doubts (self, work->doubts);
}

static void
take_failure (LedgerImportStudy *self, const GError *error)
{
  const gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  forget_reading (self);
  g_clear_pointer (&self->import, ledger_sheet_import_free);
  show_doubts (self, NULL);
  self->state = cancelled ? LEDGER_STUDY_EMPTY : LEDGER_STUDY_FAILED;
  self->reason = cancelled ? NULL : g_strdup (error->message);
}

static void go_on (LedgerImportStudy *self);

static void
on_worked (GObject *source, GAsyncResult *result, gpointer data)
{
  LedgerImportStudy *self = LEDGER_IMPORT_STUDY (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean read = g_task_propagate_boolean (G_TASK (result), &error);

  LEDGER_TASK_QUEUE_ACQUIRE (result);
  g_clear_object (&self->running);
  if (self->next == NULL && !read && work->import == NULL)
    take_failure (self, error);
  else if (self->next == NULL && read)
    {
      take_import (self, work);
      if (g_queue_is_empty (&self->changes) && work->doubts != NULL)
        take_reading (self, work);
    }
  go_on (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- one job after another --- */

static LedgerDay
find_anchor (LedgerImportStudy *self)
{
  LedgerRecord *inspection =
      self->document != NULL ? ledger_document_get_inspection (self->document) : NULL;

  return inspection != NULL ? ledger_record_get_day (inspection, LEDGER_INSPECTION_FEEDBACK_DATE)
                            : LEDGER_DAY_NONE;
}

static void
apply (LedgerImportStudy *self, const Change *change)
{
  switch (change->kind)
    {
    case CHANGE_SHEET:
      ledger_sheet_import_choose_sheet (self->import, change->text, NULL);
      g_hash_table_remove_all (self->accepted);
      break;
    case CHANGE_HEAD_ROW:
      ledger_sheet_import_set_head_row (self->import, change->row);
      break;
    case CHANGE_ROLE:
      if (change->column < ledger_sheet_import_get_layout (self->import)->n_columns)
        ledger_sheet_import_set_role (self->import, change->column, change->role);
      break;
    case CHANGE_ANSWER:
    default:
      ledger_sheet_import_answer (self->import, change->row, change->column, change->text);
      break;
    }
}

static void
begin (LedgerImportStudy *self, Work *work)
{
  g_autoptr (GTask) task = NULL;

  self->running = g_cancellable_new ();
  work->anchor = find_anchor (self);
  if (self->document != NULL)
    work->ledger = g_strdup (ledger_document_get_path (self->document));
  task = g_task_new (self, self->running, on_worked, NULL);
  /* A cancelled reading is told by what it found, so that a sheet once open stays open. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  ledger_task_queue_push (self->jobs, task, run_work);
}

/* Takes up what waits, once nothing is under way: the import belongs to the job while it runs. */
static void
go_on (LedgerImportStudy *self)
{
  Work *work;
  Change *change;

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
      change_free (change);
    }
  work = g_new0 (Work, 1);
  work->import = self->import;
  begin (self, work);
}

static void
add_change (LedgerImportStudy *self, const Change *change)
{
  if (self->import == NULL)
    return;
  g_queue_push_tail (&self->changes, g_memdup2 (change, sizeof *change));
  go_on (self);
}

static void
load (LedgerImportStudy *self, Work *work)
{
  g_queue_clear_full (&self->changes, (GDestroyNotify)change_free);
  g_clear_pointer (&self->next, work_free);
  g_set_object (&self->progress, NULL);
  self->progress = ledger_progress_new ();
  work->progress = g_object_ref (self->progress);
  self->next = work;
  self->state = LEDGER_STUDY_READING;
  forget_reading (self);
  show_doubts (self, NULL);
  go_on (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the object --- */

static void
ledger_import_study_finalize (GObject *object)
{
  LedgerImportStudy *self = LEDGER_IMPORT_STUDY (object);

  g_clear_object (&self->jobs);
  g_queue_clear_full (&self->changes, (GDestroyNotify)change_free);
  g_clear_pointer (&self->next, work_free);
  g_clear_object (&self->running);
  g_clear_object (&self->progress);
  forget_reading (self);
  g_clear_pointer (&self->import, ledger_sheet_import_free);
  g_clear_object (&self->doubts);
  g_hash_table_unref (self->by_cell);
  g_hash_table_unref (self->accepted);
  g_clear_object (&self->document);
  g_free (self->path);
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
}

static void
ledger_import_study_init (LedgerImportStudy *self)
{
  g_queue_init (&self->changes);
  self->doubts = g_list_store_new (LEDGER_TYPE_IMPORT_DOUBT);
  self->by_cell = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->accepted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

LedgerImportStudy *
ledger_import_study_new (LedgerDocument *document)
{
  LedgerImportStudy *self = g_object_new (LEDGER_TYPE_IMPORT_STUDY, NULL);
  LedgerTaskQueue *jobs = document != NULL ? ledger_document_get_jobs (document) : NULL;

  self->document = document != NULL ? g_object_ref (document) : NULL;
  self->jobs = jobs != NULL ? g_object_ref (jobs) : ledger_task_queue_new ("ledger-jobs");
  return self;
}

void
ledger_import_study_load_file (LedgerImportStudy *self, const char *path, const char *encoding)
{
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (path);
  work->encoding = g_strdup (encoding);
  load (self, work);
}

void
ledger_import_study_load_table (LedgerImportStudy *self, const char *text, const char *html)
{
  Work *work = g_new0 (Work, 1);

  work->text = g_strdup (text);
  work->html = g_strdup (html);
  load (self, work);
}

void
ledger_import_study_cancel (LedgerImportStudy *self)
{
  g_queue_clear_full (&self->changes, (GDestroyNotify)change_free);
  g_clear_pointer (&self->next, work_free);
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
  const gint64 cell = cell_key (row, column);

  return g_hash_table_lookup (self->by_cell, &cell);
}

/* --- what a person says --- */

void
ledger_import_study_choose_sheet (LedgerImportStudy *self, const char *name)
{
  add_change (self, &(Change){ .kind = CHANGE_SHEET, .text = g_strdup (name) });
}

void
ledger_import_study_set_head_row (LedgerImportStudy *self, guint row)
{
  add_change (self, &(Change){ .kind = CHANGE_HEAD_ROW, .row = row });
}

void
ledger_import_study_set_role (LedgerImportStudy *self, guint column, LedgerColumnRole role)
{
  add_change (self, &(Change){ .kind = CHANGE_ROLE, .column = column, .role = role });
}

void
ledger_import_study_answer (LedgerImportStudy *self, guint row, guint column, const char *answer)
{
  add_change (
      self,
      &(Change){ .kind = CHANGE_ANSWER, .row = row, .column = column, .text = g_strdup (answer) });
}

static void
mark_accepted (LedgerImportStudy *self, LedgerImportDoubt *doubt)
{
  const LedgerDoubt *told = ledger_import_doubt_get (doubt);
  const gint64 key = ledger_import_doubt_get_key (doubt);
  const gint64 cell = cell_key (told->row, told->column);

  g_hash_table_add (self->accepted, g_memdup2 (&key, sizeof key));
  g_hash_table_remove (self->by_cell, &cell);
}

void
ledger_import_study_accept (LedgerImportStudy *self, LedgerImportDoubt *doubt)
{
  guint position;

  mark_accepted (self, doubt);
  if (g_list_store_find (self->doubts, doubt, &position))
    g_list_store_remove (self->doubts, position);
  g_signal_emit (self, signals[ACCEPTED], 0);
}

void
ledger_import_study_accept_all (LedgerImportStudy *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->doubts));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LedgerImportDoubt) doubt = g_list_model_get_item (G_LIST_MODEL (self->doubts), i);

      mark_accepted (self, doubt);
    }
  g_list_store_remove_all (self->doubts);
  g_signal_emit (self, signals[ACCEPTED], 0);
}
