/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* One proof, in the place of the issue page's table. */
#define LEDGER_TYPE_EVIDENCE_PAGE (ledger_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerEvidencePage, ledger_evidence_page, LEDGER, EVIDENCE_PAGE, LedgerPage)

/* Shows another evidence; NULL shows nothing. */
void ledger_evidence_page_show (LedgerEvidencePage *self, const char *evidence_id);

G_END_DECLS
