/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-sheet-import.h"

G_BEGIN_DECLS

/* The rows below the heads, read with a layout: the one function that knows how offices fill their
 * lists (merged cells filled down, blank cells continued, an issue over several rows of measures,
 * notes below the list). */

#define LEDGER_SHEET_ROWS_KEY(row, column) (((gint64)(row) << 16) | (column))

/* LedgerImportIssue*; DOUBTS (out): LedgerDoubt*. NULL only where cancelled. ANSWERS: key to text
 * (NULL: as it stands). */
GPtrArray *ledger_sheet_rows_read (const LedgerSheet *sheet,
                                   const LedgerSheetLayout *layout,
                                   LedgerDay anchor,
                                   GHashTable *answers,
                                   GPtrArray **doubts,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
