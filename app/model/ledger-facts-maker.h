/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-issue-counts.h"
#include "ledger-issue-names.h"
#include "ledger-signoff-list.h"

G_BEGIN_DECLS

/* Makes the facts of one issue from the document's records, what the database counted and the
 * sign-offs. What all issues share (today and its lights, names, the steps of signing) is looked up
 * once for ten thousand of them. Reads nothing but what the document holds and keeps no issue. */
typedef struct _LedgerFactsMaker LedgerFactsMaker;

/* DOCUMENT is not owned and outlives it. */
LedgerFactsMaker *ledger_facts_maker_new (LedgerDocument *document);
void ledger_facts_maker_free (LedgerFactsMaker *self);

/* Looks again at what all issues share: before `make`, whenever the document may have changed.
 * TRUE: the steps of signing are other ones, so that the states of all issues may be. */
gboolean ledger_facts_maker_renew (LedgerFactsMaker *self);

/* Fills FACTS, whose `issue` is set, all but `changed_since` and `conflicted`; `claim` becomes a
 * reference. NAMES is empty before and keeps what FACTS points to; SIGNOFFS (NULL: none) must live
 * as long as FACTS. */
void ledger_facts_maker_make (LedgerFactsMaker *self,
                              const LedgerIssueCounts *counts,
                              LedgerSignoffList *signoffs,
                              LedgerIssueNames *names,
                              LedgerIssueFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerFactsMaker, ledger_facts_maker_free)

G_END_DECLS
