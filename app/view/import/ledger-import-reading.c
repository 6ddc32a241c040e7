/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-reading.h"

#include <glib/gi18n-lib.h>

#include "ledger-import-doubt.h"
#include "ledger-inspection.h"
#include "ledger-sheet-pairs.h"
#include "ledger-sheet-reader.h"
#include "ledger-table-paste.h"

static LedgerImportReading *
reading_new (void)
{
  LedgerImportReading *self = g_new0 (LedgerImportReading, 1);

  self->anchor = LEDGER_DAY_NONE;
  return self;
}

LedgerImportReading *
ledger_import_reading_new_file (const char *path, const char *encoding)
{
  LedgerImportReading *self = reading_new ();

  self->path = g_strdup (path);
  self->encoding = g_strdup (encoding);
  return self;
}

LedgerImportReading *
ledger_import_reading_new_table (const char *text, const char *html)
{
  LedgerImportReading *self = reading_new ();

  self->text = g_strdup (text);
  self->html = g_strdup (html);
  return self;
}

LedgerImportReading *
ledger_import_reading_new_again (LedgerSheetImport *import)
{
  LedgerImportReading *self = reading_new ();

  self->import = import;
  return self;
}

void
ledger_import_reading_set_ledger (LedgerImportReading *self, LedgerDocument *document)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);

  self->ledger = g_strdup (ledger_document_get_path (document));
  if (inspection != NULL)
    self->anchor = ledger_record_get_day (inspection, LEDGER_INSPECTION_FEEDBACK_DATE);
}

void
ledger_import_reading_free (LedgerImportReading *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->encoding);
  g_free (self->text);
  g_free (self->html);
  g_free (self->ledger);
  g_clear_pointer (&self->decisions, g_hash_table_unref);
  g_clear_object (&self->progress);
  if (self->made)
    g_clear_pointer (&self->import, ledger_sheet_import_free);
  g_clear_pointer (&self->plan, ledger_import_plan_free);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  g_clear_error (&self->problem);
  g_free (self);
}

/* --- in the job --- */

static gboolean
open_sheet (LedgerImportReading *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LedgerWorkbook) workbook = NULL;

  if (self->path != NULL && self->encoding != NULL)
    workbook = ledger_sheet_reader_open_encoded (
        self->path, self->encoding, self->progress, cancellable, error);
  else if (self->path != NULL)
    workbook = ledger_sheet_reader_open (self->path, self->progress, cancellable, error);
  else
    workbook = ledger_table_paste (self->text, self->html, cancellable, error);
  if (workbook == NULL)
    return FALSE;
  self->import = ledger_sheet_import_new (workbook);
  self->made = TRUE;
  if (self->anchor == LEDGER_DAY_NONE)
    self->anchor = ledger_sheet_import_find_feedback_date (self->import);
  ledger_sheet_import_set_anchor (self->import, self->anchor);
  return TRUE;
}

static void
keep_doubts (LedgerImportReading *self, const GPtrArray *doubts)
{
  for (guint i = 0; i < doubts->len; i++)
    g_ptr_array_add (self->doubts, ledger_import_doubt_new (g_ptr_array_index (doubts, i)));
}

/* Pairs come first: what they decide is more than a cell. */
static void
find_doubts (LedgerImportReading *self)
{
  self->doubts = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->plan != NULL)
    {
      g_autoptr (GPtrArray) pairs =
          ledger_sheet_pairs_tell (self->plan, ledger_sheet_import_get_layout (self->import));

      keep_doubts (self, pairs);
    }
  keep_doubts (self, ledger_sheet_import_get_doubts (self->import));
}

/* The ledger is read once more, beside the window: its tables are the main thread's. */
static gboolean
compare (LedgerImportReading *self, GPtrArray *rows, GError **error)
{
  g_autoptr (LedgerDocument) document = NULL;

  if (self->ledger != NULL)
    {
      document = ledger_document_open (self->ledger, LEDGER_DOCUMENT_READ, error);
      if (document == NULL)
        return FALSE;
    }
  self->plan = ledger_import_plan_new_decided (document, rows, self->decisions, error);
  if (document != NULL)
    ledger_document_close (document);
  return self->plan != NULL;
}

/* How long that takes cannot be said: the file has been read, and a full bar would tell a lie. */
static void
say_next_phase (LedgerImportReading *self)
{
  ledger_progress_say (self->progress,
                       self->ledger != NULL ? _ ("Comparing with the ledger…")
                                            : _ ("Putting the list in order…"));
  ledger_progress_report (self->progress, 0, 0);
}

void
ledger_import_reading_run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LedgerImportReading *self = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (self->import == NULL && !open_sheet (self, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  say_next_phase (self);
  rows = ledger_sheet_import_read (self->import, cancellable, &self->problem);
  if (rows != NULL)
    {
      self->counts = ledger_sheet_import_count (rows);
      compare (self, rows, &self->problem);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    find_doubts (self);
  g_task_return_boolean (task, TRUE);
}

static void
run_let_go (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LedgerImportReading *self = data;

  g_clear_pointer (&self->import, ledger_sheet_import_free);
  g_clear_pointer (&self->plan, ledger_import_plan_free);
  g_task_return_boolean (task, TRUE);
}

void
ledger_import_reading_let_go (LedgerTaskQueue *jobs,
                              LedgerSheetImport *import,
                              LedgerImportPlan *plan)
{
  g_autoptr (GTask) task = NULL;
  LedgerImportReading *self;

  if (import == NULL && plan == NULL)
    return;
  self = reading_new ();
  self->import = import;
  self->made = TRUE;
  self->plan = plan;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify)ledger_import_reading_free);
  ledger_task_queue_push (jobs, task, run_let_go);
}
