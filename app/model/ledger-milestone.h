/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* A fixed node: plan due, 专题民主生活会, report to 巡察组, submission to 巡察办. */
#define LEDGER_TYPE_MILESTONE (ledger_milestone_get_type ())
G_DECLARE_FINAL_TYPE (LedgerMilestone, ledger_milestone, LEDGER, MILESTONE, LedgerRecord)

/* Places in the column table `ledger_milestone_record_type`, in its order. */
enum
{
  LEDGER_MILESTONE_NAME,
  LEDGER_MILESTONE_DAY,
  LEDGER_MILESTONE_N_COLUMNS,
};

extern const LedgerRecordType ledger_milestone_record_type;

G_END_DECLS
