/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-sheet-doubt.h"
#include "ledger-sheet-layout.h"

G_BEGIN_DECLS

/* The key of a cell in a table of answers, as a gint64. */
#define LEDGER_SHEET_CELLS_KEY(row, column) (((gint64)(row) << 16) | (column))

/* The cells of a list as they stand for their row, with what a person answered in place of what is
 * written; what is doubtful about them is told. All borrowed. */
typedef struct
{
  const LedgerSheet *sheet;
  const LedgerSheetLayout *layout;
  GHashTable *answers; /* LEDGER_SHEET_CELLS_KEY to text; NULL: as it stands */
  GPtrArray *doubts;   /* LedgerDoubt */
  /* Words to LedgerDeadline, of those read before without a doubt, for a list says the same few
   * days again and again. NULL: each is read. */
  GHashTable *deadlines;
} LedgerSheetCells;

/* TEXT is taken; the doubt belongs to the list of doubts. */
LedgerDoubt *ledger_sheet_cells_doubt (
    LedgerSheetCells *self, LedgerDoubtKind kind, guint row, guint column, char *text);
/* TRUE where a person answered; *ANSWER is then his text, or NULL for “as it stands”. */
gboolean ledger_sheet_cells_find_answer (LedgerSheetCells *self,
                                         guint row,
                                         guint column,
                                         const char **answer);
/* Trimmed; NULL where empty, an error of the sheet (a doubt) or without column (-1). */
char *ledger_sheet_cells_dup (LedgerSheetCells *self, guint row, int column);
char *ledger_sheet_cells_dup_role (LedgerSheetCells *self, guint row, LedgerColumnRole role);
/* Whether ROW begins what stands in COLUMN: it is filled there itself, not by a merge that began
 * above. */
gboolean ledger_sheet_cells_begins (LedgerSheetCells *self, guint row, int column);

G_END_DECLS
