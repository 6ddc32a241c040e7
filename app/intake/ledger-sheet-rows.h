/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"
#include "ledger-sheet-doubt.h"
#include "ledger-sheet-layout.h"

G_BEGIN_DECLS

/* The rows below the heads, read with a layout: the one function that knows how offices fill their
 * lists (merged cells filled down, blank cells continued, an issue over several rows of measures,
 * notes below the list). */

/* LedgerImportIssue*, owned by the array; DOUBTS (out): LedgerDoubt*, likewise. NULL only with
 * G_IO_ERROR_CANCELLED. ANCHOR: where dates without a year are read from. ANSWERS: what a person
 * put in place of cells, LEDGER_SHEET_CELLS_KEY to text (NULL: as it stands). */
GPtrArray *ledger_sheet_rows_read (const LedgerSheet *sheet,
                                   const LedgerSheetLayout *layout,
                                   LedgerDay anchor,
                                   GHashTable *answers,
                                   GPtrArray **doubts,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
