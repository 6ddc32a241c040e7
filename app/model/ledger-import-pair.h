/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-headings.h"
#include "ledger-import-plan.h"

G_BEGIN_DECLS

/* The pairs among the ROWS (LedgerImportIssue*) without a match and the issues that are nobody's:
 * LedgerImportPair*, in the order of the rows, each with what DECISIONS (or NULL) say of it, as
 * ledger_import_plan_new_decided() takes them. DOCUMENT may be NULL. */
GPtrArray *ledger_import_pairs_find (LedgerDocument *document,
                                     LedgerImportHeadings *headings,
                                     GPtrArray *rows,
                                     GPtrArray *matches,
                                     GHashTable *decisions);

G_END_DECLS
