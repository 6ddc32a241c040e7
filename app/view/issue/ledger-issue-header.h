/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The head of the details: number, state, chips, ⋮, and the wording whole with what was imported
 * behind 清单原文▾ where it was edited since. */
#define LEDGER_TYPE_ISSUE_HEADER (ledger_issue_header_get_type ())
G_DECLARE_FINAL_TYPE (LedgerIssueHeader, ledger_issue_header, LEDGER, ISSUE_HEADER, GtkWidget)

GtkWidget *ledger_issue_header_new (LedgerDocument *document);
void ledger_issue_header_show (LedgerIssueHeader *self, const LedgerIssueFacts *facts);
void ledger_issue_header_set_menu (LedgerIssueHeader *self, GMenuModel *menu);

G_END_DECLS
