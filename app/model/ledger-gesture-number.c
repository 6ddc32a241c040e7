/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-error.h"
#include "ledger-evidence.h"
#include "ledger-issue.h"
#include "ledger-reading.h"

#include <glib/gi18n-lib.h>

/* Those that bear numbers, those above first: evidence is numbered after its problem. */
static const char *const numbered[] = { "heading", "issue", "evidence", NULL };

static const char *
get_number (LedgerRecord *record)
{
  guint column = ledger_record_type_find_column (ledger_record_get_record_type (record), "number");

  return column != G_MAXUINT ? ledger_record_get_text (record, column) : NULL;
}

gint64
ledger_gesture_largest_in_edit (LedgerEdit *edit, const char *const *types, const char *prefix)
{
  gint64 largest = 0;

  for (guint i = 0; i < ledger_edit_get_n_changes (edit); i++)
    {
      const LedgerChange *change = ledger_edit_get_change (edit, i);
      const char *number =
          g_str_equal (change->field, "number") && g_strv_contains (types, change->type)
              ? ledger_value_get_text (change->value)
              : NULL;
      if (number != NULL && g_str_has_prefix (number, prefix))
        largest = MAX (largest, g_ascii_strtoll (number + strlen (prefix), NULL, 10));
    }
  return largest;
}

/* “1.2.” for 1.2.3; “1.2.3-” for proof of the problem that bears 1.2.3 now. */
static char *
dup_prefix (LedgerDocument *document, LedgerEdit *edit, LedgerRecord *record)
{
  const char *number = get_number (record);

  if (!g_str_equal (ledger_record_get_record_type (record)->name, "evidence"))
    {
      const char *dot = strrchr (number, '.');
      return dot != NULL ? g_strndup (number, (gsize)(dot - number) + 1) : g_strdup ("");
    }
  const char *issue_id = ledger_record_get_text (record, LEDGER_EVIDENCE_ISSUE);
  LedgerRecord *issue =
      issue_id != NULL ? ledger_document_lookup (document, "issue", issue_id) : NULL;
  const LedgerValue *given =
      issue != NULL ? ledger_gesture_peek (edit, "issue", issue_id, "number") : NULL;
  const char *upper = given != NULL   ? ledger_value_get_text (given)
                      : issue != NULL ? ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER)
                                      : NULL;
  return g_strconcat (upper != NULL ? upper : "0", "-", NULL);
}

static char *
dup_next (LedgerDocument *document, LedgerEdit *edit, LedgerRecord *record, GError **error)
{
  static const char *const proof[] = { "evidence", NULL };
  static const char *const others[] = { "heading", "issue", NULL };
  const gboolean evidence = g_str_equal (ledger_record_get_record_type (record)->name, "evidence");
  const char *const *types = evidence ? proof : others;
  g_autofree char *prefix = dup_prefix (document, edit, record);
  gint64 next = ledger_gesture_next_number (document, types, prefix, error);

  if (next == 0)
    return NULL;
  next = MAX (next, ledger_gesture_largest_in_edit (edit, types, prefix) + 1);
  return g_strdup_printf (evidence ? "%s%02" G_GINT64_FORMAT : "%s%" G_GINT64_FORMAT, prefix, next);
}

static gboolean
check_shared (LedgerDocument *document, const char *type, const char *id, GError **error)
{
  if (ledger_document_shares_number (document, type, id))
    return TRUE;
  g_autofree char *label = ledger_document_dup_label (document, type, id);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_REFUSED,
               _ ("Nothing else bears the number %s, so it stays. A number is given once."),
               label);
  return FALSE;
}

gboolean
ledger_gesture_add_renumbering (
    LedgerDocument *document, LedgerEdit *edit, const char *type, const char *id, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), FALSE);

  LedgerRecord *record = ledger_gesture_need (document, type, id, error);
  if (record == NULL || !check_shared (document, type, id, error))
    return FALSE;
  g_autofree char *next = dup_next (document, edit, record, error);
  if (next == NULL)
    return FALSE;
  if (*ledger_edit_get_title (edit) == '\0')
    {
      g_autofree char *label = ledger_document_dup_label (document, type, id);
      /* Translators: the number that two records bear, the new one of this */
      g_autofree char *title = g_strdup_printf (_ ("Renumber %s as %s"), label, next);
      ledger_edit_set_title (edit, title);
    }
  else
    ledger_edit_set_title (edit, _ ("Renumber what bears the same number"));
  ledger_edit_set_text (edit, type, id, "number", next);
  return TRUE;
}

LedgerEdit *
ledger_gesture_renumber (LedgerDocument *document, const char *type, const char *id, GError **error)
{
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);

  return ledger_gesture_add_renumbering (document, edit, type, id, error) ? g_steal_pointer (&edit)
                                                                          : NULL;
}

GPtrArray *
ledger_gesture_list_renumberable (LedgerDocument *document)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint k = 0; numbered[k] != NULL; k++)
    {
      LedgerTable *table = ledger_document_get_table (document, numbered[k]);
      for (guint i = 0; i < ledger_table_get_n_records (table); i++)
        {
          LedgerRecord *record = ledger_table_get_record (table, i);
          g_autofree char *shown = ledger_document_dup_number (document, record);
          if (g_strcmp0 (shown, get_number (record)) != 0)
            g_ptr_array_add (found, g_object_ref (record));
        }
    }
  return found;
}
