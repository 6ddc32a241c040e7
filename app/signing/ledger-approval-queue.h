/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-approval.h"

G_BEGIN_DECLS

/* One issue that waits for somebody's review or approval. */
typedef struct
{
  char *issue_id;
  LedgerStep step;         /* REVIEWER or LEADER: submitting is no item of 签批 */
  LedgerDay waiting_since; /* LEDGER_DAY_NONE: not known */
  guint waiting_days;      /* working days until today, as 总览 counts them */
  gboolean returned;       /* it came back from the step above */
  gboolean changed; /* 签后有变更: can only be returned, or signed again by those before */
} LedgerApprovalItem;

/* What waits for PERSON_ID, the longest waiting first, then by number. Elements
 * LedgerApprovalItem*, owned by the array; PERSON_ID NULL gives an empty one. */
GPtrArray *ledger_approval_list_waiting (LedgerDocument *document, const char *person_id);

G_END_DECLS
