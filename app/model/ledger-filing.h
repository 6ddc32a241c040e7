/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* 归入: which measures a piece of evidence proves and which evidence proves a measure, told from
 * the links between them. Evidence that proves none is 待归入 (DESIGN §6). */

/* The measures of EVIDENCE_ID in the ledger's order, of one problem after the other; empty if it
 * is not filed. One pass over all links. (transfer container) */
GPtrArray *ledger_filing_list_measures (LedgerDocument *document, const char *evidence_id);

/* Evidence id → GPtrArray of its measures, in the same order, for all evidence that is filed: for
 * who asks after many. (transfer full) */
GHashTable *ledger_filing_index (LedgerDocument *document);

/* The links of MEASURE_ID whose evidence is there, by the evidence's number. (transfer container)
 */
GPtrArray *ledger_filing_list_links (LedgerDocument *document, const char *measure_id);

/* The evidence at the end of a link, or NULL. */
LedgerRecord *ledger_filing_get_evidence (LedgerDocument *document, LedgerRecord *link);

G_END_DECLS
