/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading.h"

#include "ledger-number.h"

#include <glib/gi18n-lib.h>

struct _LedgerHeading
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerHeading, ledger_heading, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "parent", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("upper heading"), "heading" },
  { "number", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("number") },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("order") },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("heading") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_HEADING_N_COLUMNS);

const LedgerRecordType ledger_heading_record_type = {
  .name = "heading",
  .word = N_ ("heading"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

/* Among its siblings by rank; those never ranked stand before, by number. */
static char *
dup_order (LedgerRecord *self)
{
  const char *rank = ledger_record_get_text (self, LEDGER_HEADING_RANK);
  g_autofree char *number =
      ledger_number_sort_key (ledger_record_get_text (self, LEDGER_HEADING_NUMBER));
  return g_strconcat (rank != NULL ? rank : "", "\x01", number, NULL);
}

static void
ledger_heading_class_init (LedgerHeadingClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_heading_record_type);
  LEDGER_RECORD_CLASS (klass)->dup_order = dup_order;
}

static void
ledger_heading_init (LedgerHeading *self)
{
}
