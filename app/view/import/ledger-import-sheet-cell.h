/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-fact-cell.h"
#include "ledger-sheet-layout.h"
#include "ledger-sheet.h"

G_BEGIN_DECLS

/* One cell of a sheet in the import preview, and what is known about it. */
typedef struct
{
  const LedgerSheet *sheet;
  const LedgerSheetLayout *layout;
  guint row, column;
  gboolean doubtful; /* marked ⚠ */
  gboolean chosen;   /* the one that a line of the doubts points at */
} LedgerImportSheetCell;

/* Text and style in WIDGET, which is used again for other cells: a title row's words stand whole in
 * the widest column, a head is bold, what is not imported is dim, a merged cell says in each row
 * below its first that it goes on. */
void ledger_import_sheet_cell_show (const LedgerImportSheetCell *self, LedgerFactCell *widget);

G_END_DECLS
