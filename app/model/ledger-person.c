/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-person.h"

#include <glib/gi18n-lib.h>

struct _LedgerPerson
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerPerson, ledger_person, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "name", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("name") },
  { "post", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("post") },
  { "department", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PLAIN, N_ ("department"), "department" },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("order") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_PERSON_N_COLUMNS);

const LedgerRecordType ledger_person_record_type = {
  .name = "person",
  .word = N_ ("person"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_person_class_init (LedgerPersonClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_person_record_type);
}

static void
ledger_person_init (LedgerPerson *self)
{
}
