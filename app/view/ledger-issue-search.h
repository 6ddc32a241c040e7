/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-facts.h"

G_BEGIN_DECLS

/* 查找: a text that is looked for in number, wording, department and people of an issue; pinyin
 * initials find names. What an issue is searched in is put together when it is first asked for. */
typedef struct _LedgerIssueSearch LedgerIssueSearch;

LedgerIssueSearch *ledger_issue_search_new (void);
void ledger_issue_search_free (LedgerIssueSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerIssueSearch, ledger_issue_search_free)

/* NULL or blank: everything is found. TRUE where it differs from before. */
gboolean ledger_issue_search_set_text (LedgerIssueSearch *self, const char *text);
const char *ledger_issue_search_get_text (LedgerIssueSearch *self); /* NULL: none */
gboolean ledger_issue_search_finds (LedgerIssueSearch *self, const LedgerIssueFacts *facts);
/* Its names may have changed. */
void ledger_issue_search_forget (LedgerIssueSearch *self, const char *issue_id);

G_END_DECLS
