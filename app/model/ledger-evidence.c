/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence.h"

#include "ledger-number.h"

#include <glib/gi18n-lib.h>

struct _LedgerEvidence
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerEvidence, ledger_evidence, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "issue", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("problem"), "issue" },
  { "number", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_SHOWN, N_ ("number") },
  { "digest",
    LEDGER_COLUMN_DIGEST,
    LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_COMPARED,
    N_ ("digest") },
  { "size", LEDGER_COLUMN_INTEGER, LEDGER_COLUMN_HIDDEN, N_ ("size") },
  { "file_name", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("file name") },
  { "media_type", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("file type") },
  { "pages", LEDGER_COLUMN_INTEGER, LEDGER_COLUMN_SHOWN, N_ ("pages") },
  { "verdict", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_HIDDEN, N_ ("result of inspection") },
  { "kind", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_PLAIN, N_ ("kind") },
  { "title", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_SHOWN, N_ ("title") },
  { "document_number", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("document number") },
  { "document_date", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("document date") },
  { "added_on", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("added on") },
  { "added_by", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("added by") },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("order") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_EVIDENCE_N_COLUMNS);

const LedgerRecordType ledger_evidence_record_type = {
  .name = "evidence",
  .word = N_ ("evidence"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

/* By number, the unnumbered last. */
static char *
dup_order (LedgerRecord *self)
{
  const char *rank = ledger_record_get_text (self, LEDGER_EVIDENCE_RANK);
  g_autofree char *number =
      ledger_number_sort_key (ledger_record_get_text (self, LEDGER_EVIDENCE_NUMBER));
  return g_strconcat (number != NULL ? number : "~", "\x01", rank, NULL);
}

static void
ledger_evidence_class_init (LedgerEvidenceClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_evidence_record_type);
  LEDGER_RECORD_CLASS (klass)->dup_order = dup_order;
}

static void
ledger_evidence_init (LedgerEvidence *self)
{
}
