/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-finding.h"

G_BEGIN_DECLS

/* The rules of practice §4.4 that the first version runs: at 提交审核 for one issue (errors block
 * submitting, never saving), and over the whole ledger as findings with 定位. */

/* What stands against submitting ISSUE (R01, R05, R08, R10, R11, R13, R23, R39); empty: nothing.
 * Never NULL. The field of an R39 is the one with several values. */
GPtrArray *ledger_completeness_check_issue (LedgerDocument *document, const char *issue_id);
/* Every finding of the ledger, blocking first. */
GPtrArray *ledger_completeness_check_all (LedgerDocument *document);

G_END_DECLS
