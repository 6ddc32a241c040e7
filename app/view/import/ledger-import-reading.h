/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"
#include "ledger-progress.h"
#include "ledger-sheet-import.h"
#include "ledger-task-queue.h"

G_BEGIN_DECLS

/* One reading of a list and its comparison with the ledger, done in a job: what it begins with and
 * what it finds. The main thread touches it before and after, never meanwhile. */
typedef struct
{
  char *path;     /* a file, */
  char *encoding; /* NULL: guessed, */
  char *text;     /* or a pasted table, */
  char *html;     /* or what IMPORT has read before */
  char *ledger;   /* path of the ledger to compare with, or NULL */
  LedgerDay anchor;
  GHashTable *decisions; /* of pairs; owned */
  LedgerProgress *progress;
  gboolean keeps_shown; /* where it fails, what was read before stays */

  LedgerSheetImport *import; /* borrowed, or MADE by the job and owned until taken */
  gboolean made;
  LedgerImportPlan *plan; /* owned until taken, like the rest */
  GPtrArray *doubts;      /* LedgerImportDoubt */
  LedgerSheetCounts counts;
  GError *problem; /* the sheet is there, but holds nothing to import */
} LedgerImportReading;

LedgerImportReading *ledger_import_reading_new_file (const char *path, const char *encoding);
LedgerImportReading *ledger_import_reading_new_table (const char *text, const char *html);
LedgerImportReading *ledger_import_reading_new_again (LedgerSheetImport *import);
/* Compares with DOCUMENT's ledger; dates without a year are read from its feedback date. Before the
 * job. */
void ledger_import_reading_set_ledger (LedgerImportReading *reading, LedgerDocument *document);
void ledger_import_reading_free (LedgerImportReading *reading);

/* GTaskThreadFunc whose task data is the reading; returns TRUE, or an error where there is no sheet
 * to be seen. */
void
ledger_import_reading_run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);

/* Lets IMPORT and PLAN (either may be NULL; taken) go in a job of JOBS: of 10,000 problems that
 * takes a moment too. */
void ledger_import_reading_let_go (LedgerTaskQueue *jobs,
                                   LedgerSheetImport *import,
                                   LedgerImportPlan *plan);

G_END_DECLS
