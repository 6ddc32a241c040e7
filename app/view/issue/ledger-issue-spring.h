/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-table.h"

G_BEGIN_DECLS

/* What is dragged and held for a moment over a row of TABLE brings that issue into the details, so
 * that it can be dropped on one of its measures. Attached once, it lives with the table. */
void ledger_issue_spring_attach (LedgerIssueTable *table, LedgerSession *session);

G_END_DECLS
