/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-department.h"

#include "ledger-pinyin.h"

#include <glib/gi18n-lib.h>

struct _LedgerDepartment
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerDepartment, ledger_department, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "name", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("department") },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("order") },
  { "default_lead_leader",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_PLAIN,
    N_ ("usual lead leader"),
    "person" },
  { "default_handler",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_PLAIN,
    N_ ("usual handler"),
    "person" },
  { "default_reviewer",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_PLAIN,
    N_ ("usual reviewer"),
    "person" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_DEPARTMENT_N_COLUMNS);

const LedgerRecordType ledger_department_record_type = {
  .name = "department",
  .word = N_ ("department"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

/* In the order the office gave them, the others behind by pinyin. */
static char *
dup_order (LedgerRecord *self)
{
  const char *rank = ledger_record_get_text (self, LEDGER_DEPARTMENT_RANK);
  const char *name = ledger_record_get_text (self, LEDGER_DEPARTMENT_NAME);
  g_autofree char *key = name != NULL ? ledger_pinyin_sort_key (name) : NULL;
  return g_strconcat (rank != NULL ? rank : "~", "\x01", key, NULL);
}

static void
ledger_department_class_init (LedgerDepartmentClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_department_record_type);
  LEDGER_RECORD_CLASS (klass)->dup_order = dup_order;
}

static void
ledger_department_init (LedgerDepartment *self)
{
}
