/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-steps.h"

#include <glib/gi18n-lib.h>

#include "ledger-inspection.h"

gboolean
ledger_signoff_steps_leave_out_review (const char *value)
{
  return g_strcmp0 (value, LEDGER_SIGNOFF_STEPS_TWO) == 0;
}

static const char *
get_value (LedgerDocument *document)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);

  return inspection != NULL ? ledger_record_get_text (inspection, LEDGER_INSPECTION_SIGNOFF_STEPS)
                            : NULL;
}

gboolean
ledger_signoff_steps_ever_left_out_review (LedgerDocument *document)
{
  const LedgerRecordType *type = &ledger_inspection_record_type;
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  g_autoptr (GPtrArray) history =
      inspection != NULL
          ? ledger_store_get_history (ledger_document_get_store (document),
                                      type->name,
                                      ledger_record_get_id (inspection),
                                      type->columns[LEDGER_INSPECTION_SIGNOFF_STEPS].name,
                                      NULL)
          : NULL;

  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const LedgerOperation *operation = history->pdata[i];

      if (ledger_signoff_steps_leave_out_review (ledger_value_get_text (operation->value)))
        return TRUE;
    }
  return ledger_signoff_steps_leave_out_review (get_value (document));
}

gboolean
ledger_signoff_steps_ask (LedgerDocument *document, LedgerStep step)
{
  return step != LEDGER_STEP_REVIEWER
         || !ledger_signoff_steps_leave_out_review (get_value (document));
}

const char *
ledger_signoff_steps_get_submit_name (LedgerDocument *document)
{
  return ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER) ? _ ("Submit for review")
                                                                   : _ ("Submit for approval");
}
