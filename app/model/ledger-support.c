/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-support.h"

#include <glib/gi18n-lib.h>

struct _LedgerSupport
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerSupport, ledger_support, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "issue", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("problem"), "issue" },
  { "department",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_COMPARED,
    N_ ("supporting department"),
    "department" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_SUPPORT_N_COLUMNS);

const LedgerRecordType ledger_support_record_type = {
  .name = "support",
  .word = N_ ("supporting department"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_support_class_init (LedgerSupportClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_support_record_type);
}

static void
ledger_support_init (LedgerSupport *self)
{
}
