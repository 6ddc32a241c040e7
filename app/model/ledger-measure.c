/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure.h"

#include <glib/gi18n-lib.h>

struct _LedgerMeasure
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerMeasure, ledger_measure, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "issue", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("problem"), "issue" },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("order") },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_COMPARED, N_ ("measure") },
  { "target", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_COMPARED, N_ ("target") },
  { "owner", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_COMPARED, N_ ("owner"), "person" },
  { "phase", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PLAIN, N_ ("phase"), "phase" },
  { "start", LEDGER_COLUMN_DATE, LEDGER_COLUMN_COMPARED, N_ ("planned start") },
  { "due", LEDGER_COLUMN_DEADLINE, LEDGER_COLUMN_COMPARED, N_ ("deadline") },
  { "done", LEDGER_COLUMN_FLAG, LEDGER_COLUMN_COMPARED, N_ ("done") },
  { "finished_on", LEDGER_COLUMN_DATE, LEDGER_COLUMN_COMPARED, N_ ("finished on") },
  { "sheet_progress", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("progress in the list") },
  { "remark", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("remark") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_MEASURE_N_COLUMNS);

const LedgerRecordType ledger_measure_record_type = {
  .name = "measure",
  .word = N_ ("measure"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_measure_class_init (LedgerMeasureClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_measure_record_type);
}

static void
ledger_measure_init (LedgerMeasure *self)
{
}
