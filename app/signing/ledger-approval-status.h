/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-approval.h"

G_BEGIN_DECLS

/* How a sign-off stands today. Later items add the states of keys and certificates. */
typedef enum
{
  LEDGER_APPROVAL_VALID,      /* 有效 */
  LEDGER_APPROVAL_CHANGED,    /* 签后有变更 */
  LEDGER_APPROVAL_CONFLICTED, /* 签后有冲突: a field that it vouches for has several values now */
  LEDGER_APPROVAL_ENDED,      /* returned, withdrawn or signed anew: vouches for nothing any more */
  LEDGER_APPROVAL_DAMAGED,    /* its text cannot be read */
} LedgerApprovalStatus;

/* *DIFFERENCES (out, may be NULL): LedgerDifference* of a CHANGED or CONFLICTED one, else an empty
 * array. */
LedgerApprovalStatus ledger_approval_get_status (LedgerDocument *document,
                                                 const char *signoff_id,
                                                 GPtrArray **differences);
const char *ledger_approval_status_get_name (LedgerApprovalStatus status); /* translated */
/* One line for people: "3月5日 李敏审核同意", "王建国 3月5日纸质签批，李敏补录". NULL where
 * damaged. */
char *ledger_approval_describe (LedgerDocument *document, const char *signoff_id);

G_END_DECLS
