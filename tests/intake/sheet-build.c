/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-build.h"

#include "ledger-sheet-reader.h"

static void
put_cell (LedgerWorkbook *workbook, LedgerSheet *sheet, guint row, guint column, const char *text)
{
  const LedgerDay day = *text == '@' ? ledger_day_from_iso (text + 1) : LEDGER_DAY_NONE;
  const LedgerCellKind kind = *text == '#'             ? LEDGER_CELL_ERROR
                              : day != LEDGER_DAY_NONE ? LEDGER_CELL_DATE
                                                       : LEDGER_CELL_TEXT;
  const char *shown = day != LEDGER_DAY_NONE ? text + 1 : text;

  if (*text != '\0')
    ledger_sheet_put (
        sheet, row, column, kind, ledger_workbook_keep (workbook, shown, strlen (shown)), 0, day);
}

LedgerSheet *
sheet_build_add (LedgerWorkbook *workbook, const char *name, const char *const *rows)
{
  LedgerSheet *sheet = ledger_workbook_add_sheet (workbook, name, FALSE);

  for (guint row = 0; rows[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[row], "|", -1);

      for (guint column = 0; cells[column] != NULL; column++)
        put_cell (workbook, sheet, row, column, cells[column]);
    }
  return sheet;
}

LedgerWorkbook *
sheet_build_new (const char *const *rows)
{
  LedgerWorkbook *workbook = ledger_workbook_new ();

  ledger_sheet_seal (sheet_build_add (workbook, "清单", rows));
  return workbook;
}

void
sheet_build_merge (
    LedgerSheet *sheet, guint first_row, guint first_column, guint last_row, guint last_column)
{
  const LedgerSheetRange range = { first_row, first_column, last_row, last_column };

  ledger_sheet_add_merge (sheet, &range);
}

LedgerWorkbook *
sheet_build_open (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sheets", name, NULL);
  g_autoptr (GError) error = NULL;
  LedgerWorkbook *workbook = ledger_sheet_reader_open (path, NULL, NULL, &error);

  g_assert_no_error (error);
  return workbook;
}
