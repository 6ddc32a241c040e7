/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet.h"

/* A run of hidden rows or columns. */
typedef struct
{
  guint first;
  guint last;
} Span;

/* The rows of one column that a merged range covers. */
typedef struct
{
  guint column;
  guint first_row;
  guint last_row;
  guint merge;
} Cover;

struct _LedgerSheet
{
  char *name;
  gboolean hidden;
  GArray *cells;
  GArray *merges;
  GArray *covers;
  GArray *hidden_rows;
  GArray *hidden_columns;
  guint n_columns;
  gboolean sorted;
};

enum
{
  /* A hostile sheet may merge whole rows 50,000 times; beyond this the lookup knows no more. */
  MAX_COVERS = 2000000,
};

LedgerSheet *
ledger_sheet_new (const char *name, gboolean hidden)
{
  LedgerSheet *sheet = g_new0 (LedgerSheet, 1);

  sheet->name = g_strdup (name);
  sheet->hidden = hidden;
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (LedgerCell));
  sheet->merges = g_array_new (FALSE, FALSE, sizeof (LedgerSheetRange));
  sheet->covers = g_array_new (FALSE, FALSE, sizeof (Cover));
  sheet->hidden_rows = g_array_new (FALSE, FALSE, sizeof (Span));
  sheet->hidden_columns = g_array_new (FALSE, FALSE, sizeof (Span));
  sheet->sorted = TRUE;
  return sheet;
}

void
ledger_sheet_free (LedgerSheet *sheet)
{
  g_free (sheet->name);
  g_array_unref (sheet->cells);
  g_array_unref (sheet->merges);
  g_array_unref (sheet->covers);
  g_array_unref (sheet->hidden_rows);
  g_array_unref (sheet->hidden_columns);
  g_free (sheet);
}

const char *
ledger_sheet_get_name (const LedgerSheet *sheet)
{
  return sheet->name;
}

gboolean
ledger_sheet_is_hidden (const LedgerSheet *sheet)
{
  return sheet->hidden;
}

guint
ledger_sheet_get_n_rows (const LedgerSheet *sheet)
{
  guint n = sheet->cells->len;

  return n > 0 ? g_array_index (sheet->cells, LedgerCell, n - 1).row + 1 : 0;
}

guint
ledger_sheet_get_n_columns (const LedgerSheet *sheet)
{
  return sheet->n_columns;
}

const LedgerCell *
ledger_sheet_get_cells (const LedgerSheet *sheet, guint *n_cells)
{
  *n_cells = sheet->cells->len;
  return (const LedgerCell *)sheet->cells->data;
}

/* Where the first cell stands that is not before ROW, COLUMN. */
static guint
lower_bound (const LedgerSheet *sheet, guint row, guint column)
{
  guint low = 0;
  guint high = sheet->cells->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const LedgerCell *cell = &g_array_index (sheet->cells, LedgerCell, middle);

      if (cell->row < row || (cell->row == row && cell->column < column))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const LedgerCell *
ledger_sheet_get_row (const LedgerSheet *sheet, guint row, guint *n_cells)
{
  guint first = lower_bound (sheet, row, 0);
  guint end = lower_bound (sheet, row + 1, 0);

  *n_cells = end - first;
  return end > first ? &g_array_index (sheet->cells, LedgerCell, first) : NULL;
}

const LedgerCell *
ledger_sheet_get_cell (const LedgerSheet *sheet, guint row, guint column)
{
  guint at = lower_bound (sheet, row, column);
  const LedgerCell *cell;

  if (at == sheet->cells->len)
    return NULL;
  cell = &g_array_index (sheet->cells, LedgerCell, at);
  return cell->row == row && cell->column == column ? cell : NULL;
}

const LedgerCell *
ledger_sheet_get_shown_cell (const LedgerSheet *sheet, guint row, guint column)
{
  const LedgerSheetRange *merge = ledger_sheet_find_merge (sheet, row, column);

  if (merge != NULL)
    return ledger_sheet_get_cell (sheet, merge->first_row, merge->first_column);
  return ledger_sheet_get_cell (sheet, row, column);
}

const char *
ledger_sheet_get_shown_text (const LedgerSheet *sheet, guint row, guint column)
{
  const LedgerCell *cell = ledger_sheet_get_shown_cell (sheet, row, column);

  return cell != NULL ? cell->text : "";
}

const LedgerSheetRange *
ledger_sheet_get_merges (const LedgerSheet *sheet, guint *n_merges)
{
  *n_merges = sheet->merges->len;
  return (const LedgerSheetRange *)sheet->merges->data;
}

const LedgerSheetRange *
ledger_sheet_find_merge (const LedgerSheet *sheet, guint row, guint column)
{
  const Cover *covers = (const Cover *)sheet->covers->data;
  guint low = 0;
  guint high = sheet->covers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Cover *cover = &covers[middle];

      if (cover->column < column || (cover->column == column && cover->first_row <= row))
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || covers[low - 1].column != column || covers[low - 1].last_row < row)
    return NULL;
  return &g_array_index (sheet->merges, LedgerSheetRange, covers[low - 1].merge);
}

static gboolean
spans_hold (const GArray *spans, guint index)
{
  guint low = 0;
  guint high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (spans, Span, middle).last < index)
        low = middle + 1;
      else
        high = middle;
    }
  return low < spans->len && g_array_index (spans, Span, low).first <= index;
}

static guint
spans_count (const GArray *spans, guint end)
{
  guint count = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->first < end)
        count += MIN (span->last + 1, end) - span->first;
    }
  return count;
}

gboolean
ledger_sheet_row_is_hidden (const LedgerSheet *sheet, guint row)
{
  return spans_hold (sheet->hidden_rows, row);
}

gboolean
ledger_sheet_column_is_hidden (const LedgerSheet *sheet, guint column)
{
  return spans_hold (sheet->hidden_columns, column);
}

guint
ledger_sheet_count_hidden_rows (const LedgerSheet *sheet)
{
  return spans_count (sheet->hidden_rows, ledger_sheet_get_n_rows (sheet));
}

void
ledger_sheet_put (LedgerSheet *sheet,
                  guint row,
                  guint column,
                  LedgerCellKind kind,
                  const char *text,
                  double number,
                  LedgerDay day)
{
  LedgerCell cell = { text, number, row, (guint16)column, (guint8)kind, day };

  g_return_if_fail (row < LEDGER_SHEET_MAX_ROWS && column < LEDGER_SHEET_MAX_COLUMNS);

  if (text == NULL || *text == '\0' || kind == LEDGER_CELL_EMPTY)
    return;
  if (sheet->cells->len > 0)
    {
      const LedgerCell *last = &g_array_index (sheet->cells, LedgerCell, sheet->cells->len - 1);

      if (last->row > row || (last->row == row && last->column >= column))
        sheet->sorted = FALSE;
    }
  g_array_append_val (sheet->cells, cell);
  sheet->n_columns = MAX (sheet->n_columns, column + 1);
}

void
ledger_sheet_add_merge (LedgerSheet *sheet, const LedgerSheetRange *range)
{
  LedgerSheetRange ordered = {
    .first_row = MIN (range->first_row, range->last_row),
    .first_column = MIN (range->first_column, range->last_column),
    .last_row = MAX (range->first_row, range->last_row),
    .last_column = MAX (range->first_column, range->last_column),
  };

  if (ordered.first_row != ordered.last_row || ordered.first_column != ordered.last_column)
    g_array_append_val (sheet->merges, ordered);
}

/* Rows come one by one and mostly in order: a long hidden block stays one span. */
static void
add_span (GArray *spans, guint first, guint last)
{
  Span span = { first, last };
  Span *previous = spans->len > 0 ? &g_array_index (spans, Span, spans->len - 1) : NULL;

  if (previous != NULL && previous->last + 1 == first)
    previous->last = last;
  else
    g_array_append_val (spans, span);
}

void
ledger_sheet_hide_rows (LedgerSheet *sheet, guint first, guint last)
{
  add_span (sheet->hidden_rows, first, MAX (first, last));
}

void
ledger_sheet_hide_columns (LedgerSheet *sheet, guint first, guint last)
{
  add_span (sheet->hidden_columns, first, MAX (first, last));
}

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *first = a;
  const Span *second = b;

  return first->first < second->first ? -1 : first->first > second->first;
}

static void
settle_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      Span *previous = &g_array_index (spans, Span, kept);
      const Span *span = &g_array_index (spans, Span, i);

      if (span->first <= previous->last + 1)
        previous->last = MAX (previous->last, span->last);
      else
        g_array_index (spans, Span, ++kept) = *span;
    }
  if (spans->len > 0)
    g_array_set_size (spans, kept + 1);
}

static gint
compare_cells (gconstpointer a, gconstpointer b)
{
  const LedgerCell *first = a;
  const LedgerCell *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return (int)first->column - (int)second->column;
}

static void
settle_cells (LedgerSheet *sheet)
{
  LedgerCell *cells;
  guint kept = 0;

  if (sheet->sorted)
    return;
  g_array_sort (sheet->cells, compare_cells); /* stable in GLib: the later of two stays behind */
  cells = (LedgerCell *)sheet->cells->data;
  for (guint i = 0; i < sheet->cells->len; i++)
    if (i + 1 == sheet->cells->len || compare_cells (&cells[i], &cells[i + 1]) != 0)
      cells[kept++] = cells[i];
  g_array_set_size (sheet->cells, kept);
  sheet->sorted = TRUE;
}

static gint
compare_merges (gconstpointer a, gconstpointer b)
{
  const LedgerSheetRange *first = a;
  const LedgerSheetRange *second = b;

  if (first->first_row != second->first_row)
    return first->first_row < second->first_row ? -1 : 1;
  return first->first_column < second->first_column ? -1
                                                    : first->first_column > second->first_column;
}

static gint
compare_covers (gconstpointer a, gconstpointer b)
{
  const Cover *first = a;
  const Cover *second = b;

  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return first->first_row < second->first_row ? -1 : first->first_row > second->first_row;
}

/* Merged ranges of a sheet do not overlap, so the last one of a column that begins at or above a
 * row is the only one that can hold it. */
static void
settle_merges (LedgerSheet *sheet)
{
  g_array_sort (sheet->merges, compare_merges);
  for (guint i = 0; i < sheet->merges->len; i++)
    {
      const LedgerSheetRange *range = &g_array_index (sheet->merges, LedgerSheetRange, i);
      guint end = MIN (range->last_column + 1, sheet->n_columns);

      for (guint c = range->first_column; c < end && sheet->covers->len < MAX_COVERS; c++)
        {
          Cover cover = { c, range->first_row, range->last_row, i };

          g_array_append_val (sheet->covers, cover);
        }
    }
  g_array_sort (sheet->covers, compare_covers);
}

void
ledger_sheet_seal (LedgerSheet *sheet)
{
  settle_cells (sheet);
  settle_merges (sheet);
  settle_spans (sheet->hidden_rows);
  settle_spans (sheet->hidden_columns);
}
