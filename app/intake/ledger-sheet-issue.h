/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"
#include "ledger-sheet-cells.h"

G_BEGIN_DECLS

/* What a row of a list says of its issue beside wording, number and headings: fields, deadline,
 * class, who answers for it, measures. An issue may have several rows: a later one fills what the
 * first left blank, adds its measures, and the latest deadline stands. ANCHOR is where dates
 * without a year are read from. */
void ledger_sheet_issue_read (LedgerSheetCells *cells,
                              guint row,
                              LedgerDay anchor,
                              LedgerImportIssue *issue);
/* Once all ROWS are read: measures whose deadline is their issue's own say nothing twice. */
void ledger_sheet_issue_drop_repeated (GPtrArray *rows);

G_END_DECLS
