/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim.h"

#include <glib/gi18n-lib.h>

struct _LedgerClaim
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerClaim, ledger_claim, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "issue", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("problem"), "issue" },
  { "department",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_COMPARED,
    N_ ("responsible department"),
    "department" },
  { "lead_leader", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_COMPARED, N_ ("lead leader"), "person" },
  { "handler", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_COMPARED, N_ ("handler"), "person" },
  { "reviewer", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_COMPARED, N_ ("reviewer"), "person" },
  { "responsible_leader",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_COMPARED,
    N_ ("responsible leader"),
    "person" },
  { "claimed_on", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("claimed on") },
  { "claimed_by", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PLAIN, N_ ("claimed by"), "person" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_CLAIM_N_COLUMNS);

const LedgerRecordType ledger_claim_record_type = {
  .name = "claim",
  .word = N_ ("claim"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_claim_class_init (LedgerClaimClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_claim_record_type);
}

static void
ledger_claim_init (LedgerClaim *self)
{
}
