/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-claim.h"
#include "ledger-name-pool.h"

G_BEGIN_DECLS

enum
{
  LEDGER_ISSUE_NAME_DEPARTMENT,
  LEDGER_ISSUE_NAME_LEAD_LEADER,
  LEDGER_ISSUE_NAME_HANDLER,
  LEDGER_ISSUE_NAME_REVIEWER,
  LEDGER_ISSUE_NAME_RESPONSIBLE_LEADER,
  LEDGER_N_ISSUE_NAMES,
};

/* Who and what a claim names, kept for the facts that point to it. Zero is empty. */
typedef struct
{
  LedgerValue *names[LEDGER_N_ISSUE_NAMES]; /* NULL: none */
} LedgerIssueNames;

/* Fills SELF, which is empty, from CLAIM (NULL: nothing is claimed) and points FACTS to it. Where
 * no responsible leader is named, the leading one is it. */
void ledger_issue_names_read (LedgerIssueNames *self,
                              LedgerNamePool *pool,
                              LedgerClaim *claim,
                              LedgerIssueFacts *facts);
void ledger_issue_names_clear (LedgerIssueNames *self);

G_END_DECLS
