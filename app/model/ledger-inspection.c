/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-inspection.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_NEAR_DAYS 5
#define MOST_NEAR_DAYS 999

struct _LedgerInspection
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerInspection, ledger_inspection, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "unit", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("inspected unit") },
  { "name", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("inspection") },
  { "tier", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_PLAIN, N_ ("tier") },
  { "inspection_group", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("inspection group") },
  { "inspection_office", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("inspection office") },
  { "feedback_date", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("feedback date") },
  { "receipt_date", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("receipt date") },
  { "plan_due", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("plan due") },
  { "report_due", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("report due") },
  { "level_names", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("level names") },
  { "near_days", LEDGER_COLUMN_INTEGER, LEDGER_COLUMN_PLAIN, N_ ("days counted as near due") },
  { "light_scheme", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_PLAIN, N_ ("light scheme") },
  { "counting_basis", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_PLAIN, N_ ("counting basis") },
  { "signoff_steps", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_PLAIN, N_ ("sign-off steps") },
  { "same_person_allowed",
    LEDGER_COLUMN_FLAG,
    LEDGER_COLUMN_PLAIN,
    N_ ("one person may hold two steps") },
  { "sample", LEDGER_COLUMN_FLAG, LEDGER_COLUMN_PLAIN, N_ ("sample ledger") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_INSPECTION_N_COLUMNS);

const LedgerRecordType ledger_inspection_record_type = {
  .name = "inspection",
  .word = N_ ("round of inspection"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ledger_inspection_class_init (LedgerInspectionClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_inspection_record_type);
}

static void
ledger_inspection_init (LedgerInspection *self)
{
}

guint
ledger_inspection_get_near_days (LedgerRecord *inspection)
{
  const gint64 days =
      inspection != NULL ? ledger_record_get_integer (inspection, LEDGER_INSPECTION_NEAR_DAYS) : 0;

  return days > 0 && days <= MOST_NEAR_DAYS ? (guint)days : DEFAULT_NEAR_DAYS;
}

gboolean
ledger_inspection_is_sample (LedgerRecord *inspection)
{
  return inspection != NULL
         && ledger_record_get_integer (inspection, LEDGER_INSPECTION_SAMPLE) == 1;
}
