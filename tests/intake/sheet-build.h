/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-workbook.h"

G_BEGIN_DECLS

/* Adds a sheet to WORKBOOK from rows whose cells are parted by "|"; "\n" breaks a line inside a
 * cell, a cell that begins with "#" is an error of the sheet, "@2026-03-05" a date. Not sealed yet:
 * merges and hidden columns may follow. */
LedgerSheet *sheet_build_add (LedgerWorkbook *workbook, const char *name, const char *const *rows);
/* A workbook of one sealed sheet. */
LedgerWorkbook *sheet_build_new (const char *const *rows);
void sheet_build_merge (
    LedgerSheet *sheet, guint first_row, guint first_column, guint last_row, guint last_column);
/* One of tests/data/sheets. */
LedgerWorkbook *sheet_build_open (const char *name);

G_END_DECLS
