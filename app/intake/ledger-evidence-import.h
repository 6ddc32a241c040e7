/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-pdf-intake.h"

G_BEGIN_DECLS

/* Files become evidence: each is staged batch by batch while its digest is computed, inspected by
 * the worker, and then named by one small edit for the whole set (LOG 11). A file that cannot be
 * taken (empty, unreadable, disk full) is told in its own line; the others go on. */

/* One file that stands in the ledger's chunks and waits for its edit, or says why not. */
typedef struct
{
  char *path;
  char *name; /* the file's own name */
  char *media_type;
  LedgerBlobInfo blob;
  const char *verdict; /* stable word */
  guint pages;
  char *error; /* the sentence; then nothing else is set */
} LedgerStagedFile;

void ledger_staged_file_free (LedgerStagedFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerStagedFile, ledger_staged_file_free)

/* In a job's thread, or anywhere in SCRIPT mode. Always gives a file; NULL only where CANCELLABLE
 * was cancelled. INTAKE belongs to the calling thread. */
LedgerStagedFile *ledger_evidence_import_stage (LedgerDocument *document,
                                                LedgerPdfIntake *intake,
                                                const char *path,
                                                LedgerProgress *progress,
                                                GCancellable *cancellable,
                                                GError **error);

/* What became of one file. */
typedef struct
{
  char *path;
  char *id;
  char *number; /* NULL: 待归入 */
  char *sha256;
  guint pages;
  char *verdict;
  char *duplicate_of; /* number (or id) of the evidence that had the same bytes, or NULL */
  char *error;        /* the sentence, or NULL */
} LedgerAttached;

void ledger_attached_free (LedgerAttached *attached);

/* On the document's thread: one edit over STAGED (LedgerStagedFile*), titled 添加佐证…; ATTACHED
 * (out) gets a LedgerAttached* per file, its numbers final once the edit is committed. NULL edit
 * without error: no file could be taken. MEASURE_ID NULL: 待归入 of the issue. */
LedgerEdit *ledger_evidence_import_make_edit (LedgerDocument *document,
                                              const char *issue_id,
                                              const char *measure_id,
                                              GPtrArray *staged,
                                              GPtrArray **attached,
                                              GError **error);

/* Everything at once, in SCRIPT mode: stage, edit, commit. LedgerAttached* per file. */
GPtrArray *ledger_evidence_import_files (LedgerDocument *document,
                                         const char *issue_id,
                                         const char *measure_id,
                                         const char *const *paths,
                                         LedgerProgress *progress,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
