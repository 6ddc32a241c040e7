/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The bar over the table (46 px): 查找, 状态▾ 部门▾ 领导▾ 时限▾, 清除筛选, and how many of how many
 * are shown. It writes the session's filter and follows it. */
#define LEDGER_TYPE_ISSUE_FILTER_BAR (ledger_issue_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerIssueFilterBar, ledger_issue_filter_bar, LEDGER, ISSUE_FILTER_BAR, GtkWidget)

GtkWidget *ledger_issue_filter_bar_new (LedgerDocument *document, LedgerSession *session);
void ledger_issue_filter_bar_set_count (LedgerIssueFilterBar *self, guint shown, guint all);
/* Ctrl+F: the keyboard goes to 查找. */
void ledger_issue_filter_bar_find (LedgerIssueFilterBar *self);

G_END_DECLS
