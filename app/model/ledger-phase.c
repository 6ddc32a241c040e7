/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-phase.h"

#include <glib/gi18n-lib.h>

struct _LedgerPhase
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerPhase, ledger_phase, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "name", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("phase") },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("order") },
  { "start", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("start") },
  { "due", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("end") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_PHASE_N_COLUMNS);

const LedgerRecordType ledger_phase_record_type = {
  .name = "phase",
  .word = N_ ("phase"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_phase_class_init (LedgerPhaseClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_phase_record_type);
}

static void
ledger_phase_init (LedgerPhase *self)
{
}
