/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* One of the 0–4 levels above the issues (practice §2.0). `number` is given once ("1.2") and never
 * recomputed. */
#define LEDGER_TYPE_HEADING (ledger_heading_get_type ())
G_DECLARE_FINAL_TYPE (LedgerHeading, ledger_heading, LEDGER, HEADING, LedgerRecord)

/* Places in the column table `ledger_heading_record_type`, in its order. */
enum
{
  LEDGER_HEADING_PARENT,
  LEDGER_HEADING_NUMBER,
  LEDGER_HEADING_RANK,
  LEDGER_HEADING_TEXT,
  LEDGER_HEADING_N_COLUMNS,
};

extern const LedgerRecordType ledger_heading_record_type;

G_END_DECLS
