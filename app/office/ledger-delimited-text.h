/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-read-budget.h"
#include "ledger-workbook.h"

G_BEGIN_DECLS

/* Text whose cells are parted by one character: csv files and pasted tables. */

/* The separator that parts the first lines most evenly: , ; tab or |; a comma where there is none.
 */
char ledger_delimited_text_guess (const char *text, gsize length);

/* Reads valid UTF-8 into SHEET and seals it. A cell that begins with a quote goes on over
 * separators and line breaks to the closing one, "" being a quote in it; a quote that is never
 * closed is an ordinary character. Lines end in \n, \r\n or \r. All cells are texts; an apostrophe
 * that guards one against being a formula is taken off. */
gboolean ledger_delimited_text_read (const char *text,
                                     gsize length,
                                     char separator,
                                     LedgerWorkbook *workbook,
                                     LedgerSheet *sheet,
                                     LedgerReadBudget *budget,
                                     GError **error);

G_END_DECLS
