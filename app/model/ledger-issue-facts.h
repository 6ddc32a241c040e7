/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-claim.h"
#include "ledger-issue.h"
#include "ledger-light.h"
#include "ledger-workflow.h"

G_BEGIN_DECLS

/* What is computed about one issue whenever it, its claim, measures, proof or sign-offs change;
 * kept by the document beside the record, so that sorting and filtering 10,000 rows compare
 * numbers. All pointers live as long as the document keeps the issue and are valid until the next
 * refresh. */
typedef struct
{
  LedgerIssue *issue;
  LedgerClaim *claim;     /* NULL where unclaimed */
  const char *department; /* names, NULL where empty */
  const char *lead_leader;
  const char *handler;
  const char *reviewer;
  const char *responsible_leader; /* the lead leader unless said otherwise */
  LedgerWorkflow workflow;
  LedgerLight light;
  int days;      /* working days late or left, as the light says */
  LedgerDay due; /* LEDGER_DAY_NONE: none */
  guint n_measures;
  guint n_measures_done;
  guint n_evidence; /* numbered and 待归入 together */
  guint n_unfiled;  /* 待归入 */
  guint n_measures_without_evidence;
  gboolean changed_since;  /* 签后有变更 */
  gboolean conflicted;     /* a field has several values */
  LedgerDay waiting_since; /* the day of the last counted sign-off while a step is awaited */
  guint64 number_key[2];   /* orders 1.2.10 after 1.2.9 */
  guint heading_order;     /* preorder place of its heading */
} LedgerIssueFacts;

/* Whether nothing differs that a person could see; texts are compared by their words. */
gboolean ledger_issue_facts_equal (const LedgerIssueFacts *a, const LedgerIssueFacts *b);
/* The light in words, with the days or, where only rest days are left, the date. */
char *ledger_issue_facts_describe_light (const LedgerIssueFacts *facts, LedgerDay today);

G_END_DECLS
