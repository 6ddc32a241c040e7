/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-headings.h"
#include "ledger-import-plan.h"

G_BEGIN_DECLS

/* Which record a row of the sheet means (LOG 14). Each record is taken once. First those of which
 * heading, number and wording agree; then by folded wording, present, original or last imported;
 * then by heading and number, so that a corrected wording finds its issue while rows that an
 * inserted row has pushed down keep theirs. The rest is new. */

/* One LedgerRecord* or NULL for each of ROWS (LedgerImportIssue*). */
GPtrArray *ledger_import_match_issues (LedgerDocument *document,
                                       LedgerImportHeadings *headings,
                                       GPtrArray *rows);
/* One LedgerRecord* or NULL for each measure of ROW: by folded wording, then in order among those
 * that an import made. */
GPtrArray *ledger_import_match_measures (LedgerDocument *document,
                                         LedgerRecord *issue,
                                         const LedgerImportIssue *row);

G_END_DECLS
