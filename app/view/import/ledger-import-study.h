/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-import-doubt.h"
#include "ledger-import-plan.h"
#include "ledger-sheet-import.h"

G_BEGIN_DECLS

/* A list on its way in: reads the sheet, reads it again after every correction of a person and
 * compares it with the ledger, all in jobs, so that the window never waits. What it tells is always
 * of one reading; corrections made meanwhile are kept and taken up one after another.
 *
 * Signals: "changed" when state or reading are other ones; "accepted" when only the list of doubts
 * became shorter or the reading fell behind; "refused" with a sentence when something that a person
 * chose cannot be. */
#define LEDGER_TYPE_IMPORT_STUDY (ledger_import_study_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportStudy, ledger_import_study, LEDGER, IMPORT_STUDY, GObject)

typedef enum
{
  LEDGER_STUDY_EMPTY,   /* nothing was given, or the reading was cancelled */
  LEDGER_STUDY_READING, /* the file; nothing to be seen yet */
  LEDGER_STUDY_FAILED,  /* it cannot be read */
  LEDGER_STUDY_READY,   /* the sheet is there, whether it holds problems or not */
} LedgerStudyState;

/* DOCUMENT may be NULL: then all is new. */
LedgerImportStudy *ledger_import_study_new (LedgerDocument *document);
/* Both replace what was read before. */
void ledger_import_study_load_file (LedgerImportStudy *self, const char *path);
void ledger_import_study_load_table (LedgerImportStudy *self, const char *text, const char *html);
/* Reads the file again in the encoding that a person chose; where the file is no text in it
 * "refused" says so and what was read before stays. */
void ledger_import_study_choose_encoding (LedgerImportStudy *self, const char *encoding);
void ledger_import_study_cancel (LedgerImportStudy *self);

LedgerStudyState ledger_import_study_get_state (LedgerImportStudy *self);
/* Whether a correction is not in the reading yet. */
gboolean ledger_import_study_is_behind (LedgerImportStudy *self);
/* Why nothing can be imported (FAILED, or READY without a problem), a sentence; else NULL. */
const char *ledger_import_study_get_reason (LedgerImportStudy *self);
LedgerProgress *ledger_import_study_get_progress (LedgerImportStudy *self);
LedgerTaskQueue *ledger_import_study_get_jobs (LedgerImportStudy *self);
/* The file read, or NULL for a pasted table. */
const char *ledger_import_study_get_path (LedgerImportStudy *self);

/* READY only. */
LedgerWorkbook *ledger_import_study_get_workbook (LedgerImportStudy *self);
const LedgerSheet *ledger_import_study_get_sheet (LedgerImportStudy *self);
const LedgerSheetLayout *ledger_import_study_get_layout (LedgerImportStudy *self);
char *ledger_import_study_dup_unit (LedgerImportStudy *self);
LedgerDay ledger_import_study_find_feedback_date (LedgerImportStudy *self);
/* NULL while nothing can be imported. Kept by the study until the next "changed". */
LedgerImportPlan *ledger_import_study_get_plan (LedgerImportStudy *self);
LedgerSheetCounts ledger_import_study_get_counts (LedgerImportStudy *self);
/* LedgerImportDoubt: what still has to be looked at; the same model for life. */
GListModel *ledger_import_study_get_doubts (LedgerImportStudy *self);
/* The doubt about a cell, or NULL; owned by the model. */
LedgerImportDoubt *
ledger_import_study_find_doubt (LedgerImportStudy *self, guint row, guint column);

/* What a person says. */
void ledger_import_study_choose_sheet (LedgerImportStudy *self, const char *name);
void ledger_import_study_set_head_row (LedgerImportStudy *self, guint row);
void ledger_import_study_set_role (LedgerImportStudy *self, guint column, LedgerColumnRole role);
/* As ledger_sheet_import_answer(). */
void
ledger_import_study_answer (LedgerImportStudy *self, guint row, guint column, const char *answer);
/* What the pair of the sheet's ROW is: a change of the problem it is like, or a new problem. */
void ledger_import_study_decide (LedgerImportStudy *self, guint row, gboolean as_change);
/* The proposal stays as it is; the doubt is looked at. */
void ledger_import_study_accept (LedgerImportStudy *self, LedgerImportDoubt *doubt);
void ledger_import_study_accept_all (LedgerImportStudy *self);

G_END_DECLS
