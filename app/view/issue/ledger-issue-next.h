/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The one next step of an issue (UI §4): one state, one button. */
typedef struct
{
  const char *label;  /* translated, NULL: nothing is left to do */
  const char *action; /* "page.…" */
} LedgerIssueNext;

LedgerIssueNext ledger_issue_next_of (LedgerDocument *document, const LedgerIssueFacts *facts);
/* What stands in the button's place once the superior closed it: “3月28日 巡察办销号”. NULL else.
 */
char *ledger_issue_next_describe_closing (const LedgerIssueFacts *facts, LedgerDay today);

G_END_DECLS
