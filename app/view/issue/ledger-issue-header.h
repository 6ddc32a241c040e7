/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The head of the details: number, state, chips, ⋮, and the wording whole. 清单原文▾ shows what was
 * imported; where the wording was edited since, with what went and what came, and why. */
#define LEDGER_TYPE_ISSUE_HEADER (ledger_issue_header_get_type ())
G_DECLARE_FINAL_TYPE (LedgerIssueHeader, ledger_issue_header, LEDGER, ISSUE_HEADER, GtkWidget)

GtkWidget *ledger_issue_header_new (LedgerSession *session);
void ledger_issue_header_show (LedgerIssueHeader *self, const LedgerIssueFacts *facts);
void ledger_issue_header_set_menu (LedgerIssueHeader *self, GMenuModel *menu);
/* The ⋮ button: where a popover about the problem points to. */
GtkWidget *ledger_issue_header_get_menu_button (LedgerIssueHeader *self);
/* The wording becomes an editor in its place. */
void ledger_issue_header_edit_wording (LedgerIssueHeader *self);

G_END_DECLS
