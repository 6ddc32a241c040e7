/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-error.h"
#include "ledger-field.h"
#include "ledger-reading.h"

#include <glib/gi18n-lib.h>

static gboolean
check_field (const LedgerOperation *operation, GError **error)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), operation->type);
  guint column = type != NULL ? ledger_record_type_find_column (type, operation->field) : G_MAXUINT;

  if (column != G_MAXUINT && !(type->columns[column].flags & LEDGER_COLUMN_WRITE_ONCE))
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_REFUSED,
               _ ("“%s” is kept as it was entered and cannot be changed."),
               ledger_field_get_word (operation->type, operation->field));
  return FALSE;
}

static char *
dup_title (LedgerDocument *document, const char *format, const LedgerOperation *operation)
{
  g_autofree char *label = ledger_document_dup_label (document, operation->type, operation->id);
  g_autoptr (GString) title = g_string_new (format);

  g_string_replace (title, "{field}", ledger_field_get_word (operation->type, operation->field), 1);
  g_string_replace (title, "{record}", label, 1);
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static LedgerEdit *
bring_back (LedgerDocument *document, const LedgerOperation *operation, GError **error)
{
  if (!ledger_gesture_was_deleted (document, operation->type, operation->id))
    {
      g_set_error_literal (
          error, LEDGER_ERROR, LEDGER_ERROR_INVALID, _ ("It has been brought back already."));
      return NULL;
    }
  /* Translators: {record} is what was deleted */
  g_autofree char *title = dup_title (document, _ ("Bring back {record}"), operation);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  ledger_edit_keep (edit, operation->type, operation->id);
  return edit;
}

static gboolean
was_required (const LedgerOperation *operation)
{
  static const char *const required[] = { "text", "name", "number", NULL };
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), operation->type);
  guint column = ledger_record_type_find_column (type, operation->field);

  return g_strv_contains (required, operation->field)
         || (type->columns[column].flags & LEDGER_COLUMN_PARENT) != 0;
}

LedgerEdit *
ledger_gesture_restore (LedgerDocument *document, const LedgerOperation *operation, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (operation != NULL, NULL);

  if (g_str_equal (operation->field, LEDGER_FIELD_DELETED))
    return bring_back (document, operation, error);
  if (!check_field (operation, error)
      || ledger_gesture_need (document, operation->type, operation->id, error) == NULL)
    return NULL;
  gboolean was_none =
      operation->before == NULL || ledger_value_get_tag (operation->before) == LEDGER_VALUE_NONE;
  if (was_none && was_required (operation))
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_INVALID,
                           _ ("There was nothing before; delete the row instead."));
      return NULL;
    }
  /* Translators: {field} is what people call the field, {record} the number of the record */
  g_autofree char *title = dup_title (document, _ ("Restore {field}: {record}"), operation);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  ledger_edit_set (edit, operation->type, operation->id, operation->field, operation->before);
  return edit;
}

LedgerEdit *
ledger_gesture_keep (LedgerDocument *document, const char *type, const char *id, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  if (ledger_gesture_need (document, type, id, error) == NULL)
    return NULL;
  g_autofree char *label = ledger_document_dup_label (document, type, id);
  g_autofree char *title = g_strdup_printf (_ ("Keep %s"), label);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  ledger_edit_keep (edit, type, id);
  return edit;
}

LedgerEdit *
ledger_gesture_choose (LedgerDocument *document, const LedgerOperation *head, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (head != NULL, NULL);

  gboolean deletion = g_str_equal (head->field, LEDGER_FIELD_DELETED);
  if (deletion && (head->value == NULL || ledger_value_get_tag (head->value) == LEDGER_VALUE_NONE))
    return bring_back (document, head, error);
  if (ledger_gesture_need (document, head->type, head->id, error) == NULL
      || (!deletion && !check_field (head, error)))
    return NULL;
  g_autofree char *title = dup_title (document, _ ("Choose {field}: {record}"), head);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  if (deletion)
    ledger_edit_delete (edit, head->type, head->id);
  else
    ledger_edit_set (edit, head->type, head->id, head->field, head->value);
  return edit;
}
