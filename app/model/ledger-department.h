/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* A department, with the people it usually works with; id derived from the name as first entered.
 */
#define LEDGER_TYPE_DEPARTMENT (ledger_department_get_type ())
G_DECLARE_FINAL_TYPE (LedgerDepartment, ledger_department, LEDGER, DEPARTMENT, LedgerRecord)

/* Places in the column table `ledger_department_record_type`, in its order. */
enum
{
  LEDGER_DEPARTMENT_NAME,
  LEDGER_DEPARTMENT_RANK,
  LEDGER_DEPARTMENT_DEFAULT_LEAD_LEADER,
  LEDGER_DEPARTMENT_DEFAULT_HANDLER,
  LEDGER_DEPARTMENT_DEFAULT_REVIEWER,
  LEDGER_DEPARTMENT_N_COLUMNS,
};

extern const LedgerRecordType ledger_department_record_type;

G_END_DECLS
