/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"
#include "ledger-sheet-doubt.h"
#include "ledger-sheet-layout.h"
#include "ledger-workbook.h"

G_BEGIN_DECLS

/* A list of problems read from a sheet: which sheet, where its heads are, what each column is, what
 * is doubtful, and the rows for the import plan. Needs no ledger (LOG 14). Plain object of one
 * thread: made in a job, then used on the main thread. Nothing doubtful blocks; only a missing
 * column of problems does. */
typedef struct _LedgerSheetImport LedgerSheetImport;

/* The sheet with the most recognisable heads is chosen; hidden sheets only where no other has any.
 */
LedgerSheetImport *ledger_sheet_import_new (LedgerWorkbook *workbook);
void ledger_sheet_import_free (LedgerSheetImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSheetImport, ledger_sheet_import_free)

LedgerWorkbook *ledger_sheet_import_get_workbook (LedgerSheetImport *self);
const LedgerSheet *ledger_sheet_import_get_sheet (LedgerSheetImport *self);
/* NOT_FOUND, naming the sheets there are. */
gboolean
ledger_sheet_import_choose_sheet (LedgerSheetImport *self, const char *name, GError **error);
const LedgerSheetLayout *ledger_sheet_import_get_layout (LedgerSheetImport *self);
/* A person's word against what was guessed. Another head row lets all roles be guessed anew; a role
 * stays as it is said until then. */
void ledger_sheet_import_set_head_row (LedgerSheetImport *self, guint row);
void ledger_sheet_import_set_role (LedgerSheetImport *self, guint column, LedgerColumnRole role);
/* The day from which dates without a year are read (feedback date); LEDGER_DAY_NONE: guessed from
 * the sheet. */
void ledger_sheet_import_set_anchor (LedgerSheetImport *self, LedgerDay anchor);

/* What should be looked at. Reads again where something changed since. Elements LedgerDoubt*, in
 * the sheet's order, valid until the next change. */
const GPtrArray *ledger_sheet_import_get_doubts (LedgerSheetImport *self);
/* A person's answer to the doubt at (ROW, COLUMN): ANSWER replaces the cell's text and is read
 * anew; NULL takes the cell as it stands (no splitting). */
void
ledger_sheet_import_answer (LedgerSheetImport *self, guint row, guint column, const char *answer);

/* The rows for ledger_import_plan_new(): LedgerImportIssue*, new reference. INVALID without a
 * column of problems or where there is no row below the heads. */
GPtrArray *
ledger_sheet_import_read (LedgerSheetImport *self, GCancellable *cancellable, GError **error);

/* What the sheet holds. */
typedef struct
{
  guint headings;
  guint issues;
  guint measures;
  guint departments;
  guint people;
} LedgerSheetCounts;
LedgerSheetCounts ledger_sheet_import_count (GPtrArray *rows);

/* The unit that the title rows name ("单位：某市某局" or 某市某局巡察…), or NULL. */
char *ledger_sheet_import_dup_unit (LedgerSheetImport *self);
/* The feedback date that the title rows name, or LEDGER_DAY_NONE. */
LedgerDay ledger_sheet_import_find_feedback_date (LedgerSheetImport *self);

G_END_DECLS
