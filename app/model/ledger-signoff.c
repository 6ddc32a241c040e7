/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff.h"

#include <glib/gi18n-lib.h>

struct _LedgerSignoff
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerSignoff, ledger_signoff, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "issue", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("problem"), "issue" },
  { "body",
    LEDGER_COLUMN_TEXT,
    LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN,
    N_ ("canonical text") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_SIGNOFF_N_COLUMNS);

const LedgerRecordType ledger_signoff_record_type = {
  .name = "signoff",
  .word = N_ ("sign-off"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_signoff_class_init (LedgerSignoffClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_signoff_record_type);
}

static void
ledger_signoff_init (LedgerSignoff *self)
{
}
