/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-answer.h"
#include "ledger-gesture.h"
#include "ledger-invocation.h"
#include "ledger-reading.h"
#include "ledger-text.h"

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

static gboolean
is_offered (const LedgerColumn *column)
{
  return !(column->flags
           & (LEDGER_COLUMN_HIDDEN | LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_PARENT));
}

static void
list_fields (GString *list, const LedgerRecordType *type)
{
  for (guint i = 0; i < type->n_columns; i++)
    if (is_offered (&type->columns[i]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", type->columns[i].name);
}

/* The type that has FIELD: who claimed an issue stands in a record of its own that bears the
 * issue's id. NULL with wrong usage where neither has it. */
static const char *
find_type (LedgerInvocation *invocation, const char *word, const char *field, GError **error)
{
  const LedgerReading *reading = ledger_reading_get_default ();
  const LedgerRecordType *type = ledger_reading_find_type (reading, word);
  const LedgerRecordType *claim = ledger_reading_find_type (reading, "claim");
  gboolean issue = g_str_equal (word, "issue");
  g_autoptr (GString) fields = g_string_new (NULL);
  g_autofree char *message = NULL;

  if (ledger_record_type_find_column (type, field) != G_MAXUINT)
    return type->name;
  if (issue && ledger_record_type_find_column (claim, field) != G_MAXUINT)
    return claim->name;
  list_fields (fields, type);
  if (issue)
    list_fields (fields, claim);
  message = g_strdup_printf (_ ("There is no field “%s”; it is one of %s."), field, fields->str);
  ledger_invocation_fail_usage (invocation, error, message);
  return NULL;
}

/* Blank is none, as in the window. */
static void
give_reason (LedgerInvocation *invocation, LedgerEdit *edit)
{
  const char *text = ledger_invocation_get_option (invocation, "reason");
  g_autofree char *reason = ledger_text_trim (text ? text : "");

  if (*reason)
    ledger_edit_set_reason (edit, reason);
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
  const char *type_with_field = find_type (invocation, type, field, error);
  if (!type_with_field)
    return FALSE;

  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);
  LedgerRecord *record = document ? ledger_document_find (document, type, reference, error) : NULL;
  if (!record)
    return FALSE;

  g_autofree char *id = g_strdup (ledger_record_get_id (record));
  g_autoptr (LedgerEdit) edit =
      ledger_gesture_set (document, type_with_field, id, field, value, error);
  if (!edit)
    return FALSE;
  give_reason (invocation, edit);
  if (!ledger_document_commit (document, edit, NULL, error))
    return FALSE;
  tell (invocation, document, type, id);
  return TRUE;
}
