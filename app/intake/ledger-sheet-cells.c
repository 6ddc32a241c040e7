/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-cells.h"

#include <glib/gi18n-lib.h>

#include "ledger-text.h"

LedgerDoubt *
ledger_sheet_cells_doubt (
    LedgerSheetCells *self, LedgerDoubtKind kind, guint row, guint column, char *text)
{
  LedgerDoubt *doubt = ledger_doubt_new (kind, row, column, text);

  g_ptr_array_add (self->doubts, doubt);
  return doubt;
}

gboolean
ledger_sheet_cells_find_answer (LedgerSheetCells *self,
                                guint row,
                                guint column,
                                const char **answer)
{
  gint64 key = LEDGER_SHEET_CELLS_KEY (row, column);
  gpointer value = NULL;
  gboolean found = g_hash_table_lookup_extended (self->answers, &key, NULL, &value);

  *answer = value;
  return found;
}

char *
ledger_sheet_cells_dup (LedgerSheetCells *self, guint row, int column)
{
  const LedgerCell *cell =
      column >= 0 ? ledger_sheet_get_shown_cell (self->sheet, row, column) : NULL;
  const char *answer;
  char *text;

  if (column < 0)
    return NULL;
  if (ledger_sheet_cells_find_answer (self, row, column, &answer) && answer)
    return ledger_text_trim (answer);
  if (!cell)
    return NULL;
  if (cell->kind == LEDGER_CELL_ERROR)
    {
      ledger_sheet_cells_doubt (
          self,
          LEDGER_DOUBT_ERROR,
          row,
          column,
          g_strdup_printf (_ ("“%s” is an error of the sheet and was left empty."), cell->text));
      return NULL;
    }
  text = ledger_text_trim (cell->text);
  if (*text)
    return text;
  g_free (text);
  return NULL;
}

char *
ledger_sheet_cells_dup_role (LedgerSheetCells *self, guint row, LedgerColumnRole role)
{
  return ledger_sheet_cells_dup (self, row, ledger_sheet_layout_find (self->layout, role, 0));
}

gboolean
ledger_sheet_cells_begins (LedgerSheetCells *self, guint row, int column)
{
  return column >= 0 && ledger_sheet_get_cell (self->sheet, row, column) != NULL;
}
