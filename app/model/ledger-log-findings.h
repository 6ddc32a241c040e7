/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-finding.h"

G_BEGIN_DECLS

/* Findings about the reading itself (rule "L05"): fields with several values, equal numbers after a
 * merge, references to what is not there. Appends LedgerFinding* to FINDINGS. Nothing here is ever
 * enforced (LOG 5, 9). */
void ledger_log_findings_collect (LedgerDocument *document, GPtrArray *findings);

G_END_DECLS
