/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-milestone.h"

#include <glib/gi18n-lib.h>

struct _LedgerMilestone
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerMilestone, ledger_milestone, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "name", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("milestone") },
  { "day", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("day") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_MILESTONE_N_COLUMNS);

const LedgerRecordType ledger_milestone_record_type = {
  .name = "milestone",
  .word = N_ ("milestone"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

/* By day. */
static char *
dup_order (LedgerRecord *self)
{
  const char *first = ledger_record_get_text (self, LEDGER_MILESTONE_DAY);
  return g_strconcat (first != NULL ? first : "",
                      "\x01",
                      ledger_record_get_text (self, LEDGER_MILESTONE_NAME),
                      NULL);
}

static void
ledger_milestone_class_init (LedgerMilestoneClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_milestone_record_type);
  LEDGER_RECORD_CLASS (klass)->dup_order = dup_order;
}

static void
ledger_milestone_init (LedgerMilestone *self)
{
}
