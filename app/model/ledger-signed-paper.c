/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signed-paper.h"

#include <glib/gi18n-lib.h>

struct _LedgerSignedPaper
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerSignedPaper, ledger_signed_paper, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "signoff",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_PARENT | LEDGER_COLUMN_WRITE_ONCE,
    N_ ("sign-off"),
    "signoff" },
  { "scan", LEDGER_COLUMN_DIGEST, LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN, N_ ("scan") },
  { "scan_name", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_WRITE_ONCE, N_ ("file name") },
  { "scan_pages",
    LEDGER_COLUMN_INTEGER,
    LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN,
    N_ ("pages") },
  { "scan_verdict",
    LEDGER_COLUMN_TEXT,
    LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN,
    N_ ("result of inspection") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_SIGNED_PAPER_N_COLUMNS);

const LedgerRecordType ledger_signed_paper_record_type = {
  .name = "signed_paper",
  .word = N_ ("scan of a signed paper"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_signed_paper_class_init (LedgerSignedPaperClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_signed_paper_record_type);
}

static void
ledger_signed_paper_init (LedgerSignedPaper *self)
{
}

LedgerRecord *
ledger_signed_paper_find (LedgerDocument *document, const char *signoff_id)
{
  const GPtrArray *papers =
      ledger_document_get_children (document, ledger_signed_paper_record_type.name, signoff_id);

  return papers->len > 0 ? papers->pdata[0] : NULL;
}
