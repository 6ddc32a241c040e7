/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-person.h"

#include "ledger-pinyin.h"

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

/* In the order the office gave them, the others behind by pinyin. */
static char *
dup_order (LedgerRecord *self)
{
  const char *rank = ledger_record_get_text (self, LEDGER_PERSON_RANK);
  const char *name = ledger_record_get_text (self, LEDGER_PERSON_NAME);
  g_autofree char *key = name != NULL ? ledger_pinyin_sort_key (name) : NULL;
  return g_strconcat (rank != NULL ? rank : "~", "\x01", key, NULL);
}

static void
ledger_person_class_init (LedgerPersonClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_person_record_type);
  LEDGER_RECORD_CLASS (klass)->dup_order = dup_order;
}

static void
ledger_person_init (LedgerPerson *self)
{
}
