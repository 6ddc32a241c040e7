/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-read-budget.h"
#include "ledger-workbook.h"

G_BEGIN_DECLS

/* Reads a separated text file from its BYTES: a workbook of one sheet named after the file without
 * its extension. ENCODING is what a person chose, or NULL for a guess, which the workbook then
 * tells with its doubt. LEDGER_SHEET_FAULT_ENCODING where the bytes are no text. */
LedgerWorkbook *ledger_csv_reader_read (GBytes *bytes,
                                        const char *encoding,
                                        LedgerReadBudget *budget,
                                        GError **error);

G_END_DECLS
