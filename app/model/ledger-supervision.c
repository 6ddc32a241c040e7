/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-supervision.h"

#include <glib/gi18n-lib.h>

struct _LedgerSupervision
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerSupervision, ledger_supervision, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "person", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("leader"), "person" },
  { "department", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_INDEXED, N_ ("department"), "department" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_SUPERVISION_N_COLUMNS);

const LedgerRecordType ledger_supervision_record_type = {
  .name = "supervision",
  .word = N_ ("supervised department"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_supervision_class_init (LedgerSupervisionClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_supervision_record_type);
}

static void
ledger_supervision_init (LedgerSupervision *self)
{
}
