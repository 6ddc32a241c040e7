/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* A supporting department of an issue (配合部门): one record per link, id derived (LOG 9). */
#define LEDGER_TYPE_SUPPORT (ledger_support_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSupport, ledger_support, LEDGER, SUPPORT, LedgerRecord)

/* Places in the column table `ledger_support_record_type`, in its order. */
enum
{
  LEDGER_SUPPORT_ISSUE,
  LEDGER_SUPPORT_DEPARTMENT,
  LEDGER_SUPPORT_N_COLUMNS,
};

extern const LedgerRecordType ledger_support_record_type;

G_END_DECLS
