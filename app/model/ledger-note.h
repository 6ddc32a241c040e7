/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* A dated line of progress on an issue or one of its measures. */
#define LEDGER_TYPE_NOTE (ledger_note_get_type ())
G_DECLARE_FINAL_TYPE (LedgerNote, ledger_note, LEDGER, NOTE, LedgerRecord)

/* Places in the column table `ledger_note_record_type`, in its order. */
enum
{
  LEDGER_NOTE_ISSUE,
  LEDGER_NOTE_MEASURE,
  LEDGER_NOTE_TEXT,
  LEDGER_NOTE_NOTED_ON,
  LEDGER_NOTE_ROUND,
  LEDGER_NOTE_NOTED_BY,
  LEDGER_NOTE_RANK,
  LEDGER_NOTE_N_COLUMNS,
};

extern const LedgerRecordType ledger_note_record_type;

G_END_DECLS
