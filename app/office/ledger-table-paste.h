/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-workbook.h"

G_BEGIN_DECLS

/* Tables from the clipboard: the way in for .xls, .et and .doc. Each gives a workbook of one sheet
 * named "粘贴的表格" (translated). A text of one line and one cell is a table too;
 * LEDGER_ERROR_INVALID where there is nothing to read, LEDGER_ERROR_UNSUPPORTED beyond the budgets.
 */

/* Takes the HTML where it holds a table, else the tab-separated TEXT; either may be NULL. */
LedgerWorkbook *
ledger_table_paste (const char *text, const char *html, GCancellable *cancellable, GError **error);
/* Cells parted by tabs; a cell in quotes may hold line breaks, tabs and doubled quotes. */
LedgerWorkbook *
ledger_table_paste_text (const char *text, GCancellable *cancellable, GError **error);
/* Every table of the page, one below the other; rowspan and colspan become merged ranges, rows and
 * columns that are not displayed become hidden ones. Any broken mark-up is read as far as it goes.
 */
LedgerWorkbook *
ledger_table_paste_html (const char *html, gsize length, GCancellable *cancellable, GError **error);
/* Whether there is something like a table in a page. */
gboolean ledger_table_paste_has_table (const char *html, gsize length);

G_END_DECLS
