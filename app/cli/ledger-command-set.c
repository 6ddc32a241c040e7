/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-answer.h"
#include "ledger-gesture.h"
#include "ledger-invocation.h"

static void
tell (LedgerInvocation *invocation, LedgerDocument *document, const char *type, const char *id)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  LedgerRecord *record = ledger_document_lookup (document, type, id);
  g_autoptr (LedgerRow) row = g_str_equal (type, "issue")
                                  ? ledger_answer_issue (document, record)
                                  : ledger_answer_measure (document, record);

  if (json)
    ledger_row_write (row, json, NULL);
  else
    {
      g_autofree char *line = ledger_row_to_line (row);
      ledger_invocation_say (invocation, "%s", line);
    }
}

gboolean
ledger_command_set (LedgerInvocation *invocation, GError **error)
{
  const char *type = ledger_invocation_get_argument (invocation, 1);
  const char *reference = ledger_invocation_get_argument (invocation, 2);
  const char *field = ledger_invocation_get_argument (invocation, 3);
  const char *value = ledger_invocation_get_argument (invocation, 4);

  if (!g_str_equal (type, "issue") && !g_str_equal (type, "measure"))
    return ledger_invocation_fail_usage (
        invocation, error, _ ("Say “issue” or “measure” before the number."));

  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);
  LedgerRecord *record = document ? ledger_document_find (document, type, reference, error) : NULL;
  if (!record)
    return FALSE;

  g_autofree char *id = g_strdup (ledger_record_get_id (record));
  g_autoptr (LedgerEdit) edit = ledger_gesture_set (document, type, id, field, value, error);
  if (!edit)
    return FALSE;
  ledger_edit_set_reason (edit, ledger_invocation_get_option (invocation, "reason"));
  if (!ledger_document_commit (document, edit, NULL, error))
    return FALSE;
  tell (invocation, document, type, id);
  return TRUE;
}
