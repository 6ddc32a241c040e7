/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* 分管: which leader supervises which department; id derived. */
#define LEDGER_TYPE_SUPERVISION (ledger_supervision_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSupervision, ledger_supervision, LEDGER, SUPERVISION, LedgerRecord)

/* Places in the column table `ledger_supervision_record_type`, in its order. */
enum
{
  LEDGER_SUPERVISION_PERSON,
  LEDGER_SUPERVISION_DEPARTMENT,
  LEDGER_SUPERVISION_N_COLUMNS,
};

extern const LedgerRecordType ledger_supervision_record_type;

G_END_DECLS
