/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* A stage of the plan (动员部署, 集中整改, 总结报告) with its dates. */
#define LEDGER_TYPE_PHASE (ledger_phase_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPhase, ledger_phase, LEDGER, PHASE, LedgerRecord)

/* Places in the column table `ledger_phase_record_type`, in its order. */
enum
{
  LEDGER_PHASE_NAME,
  LEDGER_PHASE_RANK,
  LEDGER_PHASE_START,
  LEDGER_PHASE_DUE,
  LEDGER_PHASE_N_COLUMNS,
};

extern const LedgerRecordType ledger_phase_record_type;

G_END_DECLS
