/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* Who answers for an issue; id = the issue's id (LOG 9). Department and lead leader are enough to
 * claim; no responsible leader means the lead leader. */
#define LEDGER_TYPE_CLAIM (ledger_claim_get_type ())
G_DECLARE_FINAL_TYPE (LedgerClaim, ledger_claim, LEDGER, CLAIM, LedgerRecord)

/* Places in the column table `ledger_claim_record_type`, in its order. */
enum
{
  LEDGER_CLAIM_ISSUE,
  LEDGER_CLAIM_DEPARTMENT,
  LEDGER_CLAIM_LEAD_LEADER,
  LEDGER_CLAIM_HANDLER,
  LEDGER_CLAIM_REVIEWER,
  LEDGER_CLAIM_RESPONSIBLE_LEADER,
  LEDGER_CLAIM_CLAIMED_ON,
  LEDGER_CLAIM_CLAIMED_BY,
  LEDGER_CLAIM_N_COLUMNS,
};

extern const LedgerRecordType ledger_claim_record_type;

G_END_DECLS
