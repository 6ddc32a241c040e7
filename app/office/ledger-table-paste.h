/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-workbook.h"

G_BEGIN_DECLS

/* Tables from the clipboard: the way in for .xls, .et and .doc. */

/* A workbook of one sheet named "粘贴的表格" (translated), from the HTML where it holds a table,
 * else from the TEXT; either may be NULL. In a page every table counts, one below the other;
 * rowspan and colspan become merged ranges, rows and columns that are not displayed become hidden
 * ones, and any broken mark-up is read as far as it goes. In a text tabs part the cells; a cell in
 * quotes may hold line breaks, tabs and doubled quotes, and one line of one cell is a table too.
 *
 * LEDGER_ERROR_INVALID where there is nothing to read, LEDGER_ERROR_UNSUPPORTED beyond the budgets,
 * G_IO_ERROR_CANCELLED. */
LedgerWorkbook *
ledger_table_paste (const char *text, const char *html, GCancellable *cancellable, GError **error);
/* Whether there is something like a table in a page. */
gboolean ledger_table_paste_has_table (const char *html, gsize length);

G_END_DECLS
