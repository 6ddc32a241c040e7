/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* 归入: the measures that a piece of evidence proves, told from its links. Evidence that proves
 * none is 待归入 (DESIGN §6). */

/* The measures of EVIDENCE_ID in the ledger's order, of one problem after the other; empty if it
 * is not filed. One pass over all links. (transfer container) */
GPtrArray *ledger_filing_list_measures (LedgerDocument *document, const char *evidence_id);

/* Evidence id → GPtrArray of its measures, in the same order, for all evidence that is filed: for
 * who asks after many. (transfer full) */
GHashTable *ledger_filing_index (LedgerDocument *document);

G_END_DECLS
