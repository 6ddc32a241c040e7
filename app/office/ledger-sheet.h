/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-cell-address.h"
#include "ledger-date.h"

G_BEGIN_DECLS

typedef enum
{
  LEDGER_CELL_EMPTY,
  LEDGER_CELL_TEXT,
  LEDGER_CELL_NUMBER, /* also times of day, and dates that no calendar has */
  LEDGER_CELL_DATE,
  LEDGER_CELL_BOOL,
  LEDGER_CELL_ERROR, /* "#N/A", "#REF!" … */
} LedgerCellKind;

/* One filled cell, the same whatever file it came from. */
typedef struct
{
  const char *text; /* as shown in the sheet, valid UTF-8, lines parted by \n; never NULL or "" */
  double number;    /* of a number; 0 or 1 of a truth value; else 0 */
  guint32 row;
  guint16 column;
  guint8 kind;   /* LedgerCellKind, never LEDGER_CELL_EMPTY */
  LedgerDay day; /* of a date; else LEDGER_DAY_NONE. The shown text may say less (2026年3月) */
} LedgerCell;

/* A rectangle of cells, all four edges inside. */
typedef struct
{
  guint first_row;
  guint first_column;
  guint last_row;
  guint last_column;
} LedgerSheetRange;

/* One sheet of a workbook: filled cells by row, merged ranges, what is hidden. It belongs to its
 * workbook and lives as long. Once read it does not change and may be looked at from any thread. */
typedef struct _LedgerSheet LedgerSheet;

const char *ledger_sheet_get_name (const LedgerSheet *sheet);
gboolean ledger_sheet_is_hidden (const LedgerSheet *sheet);

/* The corner behind the last filled cell; 0 and 0 in an empty sheet. What the file itself says
 * about its size is never asked. */
guint ledger_sheet_get_n_rows (const LedgerSheet *sheet);
guint ledger_sheet_get_n_columns (const LedgerSheet *sheet);

/* All filled cells, by row, then by column. */
const LedgerCell *ledger_sheet_get_cells (const LedgerSheet *sheet, guint *n_cells);
/* The filled cells of one row, by column; NULL and 0 where there are none. */
const LedgerCell *ledger_sheet_get_row (const LedgerSheet *sheet, guint row, guint *n_cells);
/* NULL for an empty cell. Covered cells of a merged range are empty. */
const LedgerCell *ledger_sheet_get_cell (const LedgerSheet *sheet, guint row, guint column);
/* The same, but a cell that a merged range covers gives the range's first cell: how a 方面 or 大类
 * written once stands for all rows beside it. */
const LedgerCell *ledger_sheet_get_shown_cell (const LedgerSheet *sheet, guint row, guint column);
/* The text of ledger_sheet_get_shown_cell(), "" for an empty one. */
const char *ledger_sheet_get_shown_text (const LedgerSheet *sheet, guint row, guint column);

/* Merged ranges of more than one cell, by their first row, then column. */
const LedgerSheetRange *ledger_sheet_get_merges (const LedgerSheet *sheet, guint *n_merges);
/* The merged range that holds the cell; NULL if none does, or right of the last filled column. */
const LedgerSheetRange *ledger_sheet_find_merge (const LedgerSheet *sheet, guint row, guint column);

gboolean ledger_sheet_row_is_hidden (const LedgerSheet *sheet, guint row);
gboolean ledger_sheet_column_is_hidden (const LedgerSheet *sheet, guint column);
/* Hidden rows up to the last filled one. */
guint ledger_sheet_count_hidden_rows (const LedgerSheet *sheet);

/* For readers alone, before ledger_sheet_seal(). */

/* TEXT is kept as it is (put it into the workbook's chunk first); NULL or "" adds nothing. */
void ledger_sheet_put (LedgerSheet *sheet,
                       guint row,
                       guint column,
                       LedgerCellKind kind,
                       const char *text,
                       double number,
                       LedgerDay day);
void ledger_sheet_add_merge (LedgerSheet *sheet, const LedgerSheetRange *range);
void ledger_sheet_hide_rows (LedgerSheet *sheet, guint first, guint last);
void ledger_sheet_hide_columns (LedgerSheet *sheet, guint first, guint last);
/* Puts everything in order; of two cells with one address the later one stays. */
void ledger_sheet_seal (LedgerSheet *sheet);

LedgerSheet *ledger_sheet_new (const char *name, gboolean hidden);
void ledger_sheet_free (LedgerSheet *sheet);

G_END_DECLS
