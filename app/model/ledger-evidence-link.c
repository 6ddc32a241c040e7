/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-link.h"

#include <glib/gi18n-lib.h>

struct _LedgerEvidenceLink
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerEvidenceLink, ledger_evidence_link, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "measure", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("measure"), "measure" },
  { "evidence",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_INDEXED | LEDGER_COLUMN_COMPARED,
    N_ ("evidence"),
    "evidence" },
  { "pages", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_COMPARED, N_ ("page range") },
  { "shared", LEDGER_COLUMN_FLAG, LEDGER_COLUMN_PLAIN, N_ ("shared") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_EVIDENCE_LINK_N_COLUMNS);

const LedgerRecordType ledger_evidence_link_record_type = {
  .name = "evidence_link",
  .word = N_ ("link of evidence"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_evidence_link_class_init (LedgerEvidenceLinkClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_evidence_link_record_type);
}

static void
ledger_evidence_link_init (LedgerEvidenceLink *self)
{
}
