/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* What is done about an issue. Shown as 措施2 by its place in the list, never 1.2.3-2. */
#define LEDGER_TYPE_MEASURE (ledger_measure_get_type ())
G_DECLARE_FINAL_TYPE (LedgerMeasure, ledger_measure, LEDGER, MEASURE, LedgerRecord)

/* Places in the column table `ledger_measure_record_type`, in its order. */
enum
{
  LEDGER_MEASURE_ISSUE,
  LEDGER_MEASURE_RANK,
  LEDGER_MEASURE_TEXT,
  LEDGER_MEASURE_TARGET,
  LEDGER_MEASURE_OWNER,
  LEDGER_MEASURE_PHASE,
  LEDGER_MEASURE_START,
  LEDGER_MEASURE_DUE,
  LEDGER_MEASURE_DONE,
  LEDGER_MEASURE_FINISHED_ON,
  LEDGER_MEASURE_SHEET_PROGRESS,
  LEDGER_MEASURE_REMARK,
  LEDGER_MEASURE_N_COLUMNS,
};

extern const LedgerRecordType ledger_measure_record_type;

G_END_DECLS
