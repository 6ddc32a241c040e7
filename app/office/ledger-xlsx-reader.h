/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-read-budget.h"
#include "ledger-workbook.h"

G_BEGIN_DECLS

/* Reads all worksheets of the zip file at PATH, if that is an xlsx workbook of any writer. Parts
 * are found through relationships; hidden sheets are read and marked. The whole workbook or an
 * error: see ledger_sheet_reader_open(). */
LedgerWorkbook *
ledger_xlsx_reader_read (const char *path, LedgerReadBudget *budget, GError **error);

G_END_DECLS
