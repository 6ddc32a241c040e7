/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-read-budget.h"
#include "ledger-workbook.h"

G_BEGIN_DECLS

/* Whether there is a table with a cell in the page. */
gboolean ledger_html_table_is_in (const char *html, gsize length);

/* Reads every outer table of a page in valid UTF-8 into SHEET, one below the other, and seals it. A
 * table within a cell becomes part of that cell's text. */
gboolean ledger_html_table_read (const char *html,
                                 gsize length,
                                 LedgerWorkbook *workbook,
                                 LedgerSheet *sheet,
                                 LedgerReadBudget *budget,
                                 GError **error);

G_END_DECLS
