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

/* By rank, then by the day it starts. */
static char *
dup_order (LedgerRecord *self)
{
  const char *first = ledger_record_get_text (self, LEDGER_PHASE_RANK);
  return g_strconcat (
      first != NULL ? first : "", "\x01", ledger_record_get_text (self, LEDGER_PHASE_START), NULL);
}

static void
ledger_phase_class_init (LedgerPhaseClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_phase_record_type);
  LEDGER_RECORD_CLASS (klass)->dup_order = dup_order;
}

static void
ledger_phase_init (LedgerPhase *self)
{
}
