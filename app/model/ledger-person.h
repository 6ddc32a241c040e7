/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* Somebody named in the list or a post standing for somebody; id derived from the name as first
 * entered. */
#define LEDGER_TYPE_PERSON (ledger_person_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPerson, ledger_person, LEDGER, PERSON, LedgerRecord)

/* Places in the column table `ledger_person_record_type`, in its order. */
enum
{
  LEDGER_PERSON_NAME,
  LEDGER_PERSON_POST,
  LEDGER_PERSON_DEPARTMENT,
  LEDGER_PERSON_RANK,
  LEDGER_PERSON_N_COLUMNS,
};

extern const LedgerRecordType ledger_person_record_type;

G_END_DECLS
