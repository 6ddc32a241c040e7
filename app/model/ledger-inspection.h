/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* The one round of inspection that this ledger holds; its id is derived from the ledger's id (LOG
 * 9). All limits are parameters of the round (practice §1.2); each has a working default and none
 * is asked before the first import. `level_names`: lines, from the top ("方面\n大类").
 * `signoff_steps`: stable words handler, reviewer, leader in order, separated by blanks; what they
 * ask for is read through ledger-signoff-steps.h. `sample`: the ledger is the invented one that
 * shows the program; its changes are not kept. */
#define LEDGER_TYPE_INSPECTION (ledger_inspection_get_type ())
G_DECLARE_FINAL_TYPE (LedgerInspection, ledger_inspection, LEDGER, INSPECTION, LedgerRecord)

/* Places in the column table `ledger_inspection_record_type`, in its order. */
enum
{
  LEDGER_INSPECTION_UNIT,
  LEDGER_INSPECTION_NAME,
  LEDGER_INSPECTION_TIER,
  LEDGER_INSPECTION_INSPECTION_GROUP,
  LEDGER_INSPECTION_INSPECTION_OFFICE,
  LEDGER_INSPECTION_FEEDBACK_DATE,
  LEDGER_INSPECTION_RECEIPT_DATE,
  LEDGER_INSPECTION_PLAN_DUE,
  LEDGER_INSPECTION_REPORT_DUE,
  LEDGER_INSPECTION_LEVEL_NAMES,
  LEDGER_INSPECTION_NEAR_DAYS,
  LEDGER_INSPECTION_LIGHT_SCHEME,
  LEDGER_INSPECTION_COUNTING_BASIS,
  LEDGER_INSPECTION_SIGNOFF_STEPS,
  LEDGER_INSPECTION_SAME_PERSON_ALLOWED,
  LEDGER_INSPECTION_SAMPLE,
  LEDGER_INSPECTION_N_COLUMNS,
};

extern const LedgerRecordType ledger_inspection_record_type;

/* From how many working days before its deadline a problem counts as near (临期): 1 … 999, 5 where
 * nothing sensible is set. INSPECTION may be NULL. */
guint ledger_inspection_get_near_days (LedgerRecord *inspection);
/* Whether the ledger is the invented one. INSPECTION may be NULL. */
gboolean ledger_inspection_is_sample (LedgerRecord *inspection);

G_END_DECLS
