/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-error.h"
#include "ledger-field.h"
#include "ledger-heading-tree.h"
#include "ledger-measure.h"
#include "ledger-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- what may be set --- */

static gboolean
is_movable (const LedgerRecordType *type, const LedgerColumn *column)
{
  return (g_str_equal (type->name, "issue") && g_str_equal (column->name, "heading"))
         || (g_str_equal (type->name, "heading") && g_str_equal (column->name, "parent"));
}

static gboolean
check_settable (const LedgerRecordType *type, const LedgerColumn *column, GError **error)
{
  if (column->flags & LEDGER_COLUMN_WRITE_ONCE)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_REFUSED,
                   _ ("“%s” is kept as it was entered and cannot be changed."),
                   _ (column->word));
      return FALSE;
    }
  if (!(column->flags & LEDGER_COLUMN_HIDDEN)
      && (!(column->flags & LEDGER_COLUMN_PARENT) || is_movable (type, column)))
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("“%s” is not entered by hand."),
               _ (column->word));
  return FALSE;
}

/* Without these a row has no name. */
static gboolean
check_present (const LedgerRecordType *type,
               const LedgerColumn *column,
               const LedgerValue *value,
               GError **error)
{
  static const char *const needed[] = {
    "issue text",  "issue number",    "heading text", "heading number", "measure text",
    "person name", "department name", "phase name",   "milestone name", "note text",
    NULL
  };
  g_autofree char *path = g_strconcat (type->name, " ", column->name, NULL);

  if (ledger_value_get_tag (value) != LEDGER_VALUE_NONE || !g_strv_contains (needed, path))
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("“%s” cannot be left empty."),
               _ (column->word));
  return FALSE;
}

/* 1.2.3/2 names a measure and 1.2.3-05 a piece of evidence: a problem or heading that bore such a
 * number could not be asked for any more. */
static gboolean
check_number (const LedgerRecordType *type,
              const char *field,
              const LedgerValue *value,
              GError **error)
{
  const char *number = ledger_value_get_text (value);

  if (number == NULL || !g_str_equal (field, "number")
      || !(g_str_equal (type->name, "issue") || g_str_equal (type->name, "heading"))
      || strpbrk (number, "/- \t\n") == NULL)
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("“%s” cannot be a number of a problem or heading. Write one such as 1.2.3."),
               number);
  return FALSE;
}

/* The day that the measure will have in COLUMN, once FIELD is VALUE and the rest of EDIT written.
 */
static LedgerDay
day_after (LedgerRecord *record,
           LedgerEdit *edit,
           guint column,
           const char *field,
           const LedgerValue *value)
{
  const LedgerColumn *known = &ledger_measure_record_type.columns[column];
  const LedgerValue *written =
      g_str_equal (field, known->name)
          ? value
          : ledger_gesture_peek (edit, "measure", ledger_record_get_id (record), known->name);

  if (written == NULL)
    return ledger_record_get_day (record, column);
  const char *text = ledger_value_get_text (written);
  if (text == NULL)
    return LEDGER_DAY_NONE;
  return known->kind == LEDGER_COLUMN_DEADLINE ? ledger_deadline_day_of_canonical (text)
                                               : ledger_day_from_iso (text);
}

/* Planned start before the deadline: asked where a person enters, reported ever after, never
 * enforced when edits of others come in (LOG 14). */
static gboolean
check_span (LedgerRecord *record,
            LedgerEdit *edit,
            const char *field,
            const LedgerValue *value,
            GError **error)
{
  if (record == NULL || !LEDGER_IS_MEASURE (record)
      || (!g_str_equal (field, "start") && !g_str_equal (field, "due")))
    return TRUE;
  LedgerDay start = day_after (record, edit, LEDGER_MEASURE_START, field, value);
  LedgerDay due = day_after (record, edit, LEDGER_MEASURE_DUE, field, value);
  if (start == LEDGER_DAY_NONE || due == LEDGER_DAY_NONE || start <= due)
    return TRUE;

  g_autofree char *first = ledger_day_to_words (start, LEDGER_DAY_NONE);
  g_autofree char *last = ledger_day_to_words (due, LEDGER_DAY_NONE);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("The planned start %s is after the deadline %s. Change one of the two."),
               first,
               last);
  return FALSE;
}

static guint
height_below (LedgerDocument *document, const char *heading_id, guint limit)
{
  const GPtrArray *children = ledger_document_get_children (document, "heading", heading_id);
  guint height = 0;

  for (guint i = 0; limit > 0 && i < children->len; i++)
    {
      guint below = height_below (document, ledger_record_get_id (children->pdata[i]), limit - 1);
      height = MAX (height, below + 1);
    }
  return height;
}

/* A heading under itself, or deeper than the four levels that a feedback has. */
static gboolean
check_place (LedgerDocument *document,
             const LedgerRecordType *type,
             const char *id,
             const char *field,
             const LedgerValue *value,
             GError **error)
{
  const char *parent = ledger_value_get_text (value);
  if (!g_str_equal (type->name, "heading") || !g_str_equal (field, "parent") || parent == NULL)
    return TRUE;

  const char *up = parent;
  for (guint i = 0; up != NULL && i <= LEDGER_HEADING_MAX_DEPTH; i++)
    {
      if (g_str_equal (up, id))
        {
          g_set_error_literal (error,
                               LEDGER_ERROR,
                               LEDGER_ERROR_INVALID,
                               _ ("A heading cannot stand under itself. Choose another place."));
          return FALSE;
        }
      LedgerRecord *upper = ledger_document_lookup (document, "heading", up);
      up = upper != NULL ? ledger_record_get_parent_id (upper) : NULL;
    }
  guint depth = ledger_document_get_heading_depth (document, parent);
  if (depth + 1 + height_below (document, id, LEDGER_HEADING_MAX_DEPTH) <= LEDGER_HEADING_MAX_DEPTH)
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("Headings have at most %u levels. Choose a higher place."),
               LEDGER_HEADING_MAX_DEPTH);
  return FALSE;
}

/* --- setting --- */

/* A claim is made by its first field; the inspection was made with the ledger. */
static gboolean
find_or_make (LedgerDocument *document,
              LedgerEdit *edit,
              const char *type,
              const char *id,
              LedgerRecord **record,
              GError **error)
{
  *record = ledger_document_lookup (document, type, id);
  if (*record != NULL || g_str_equal (type, "inspection"))
    return TRUE;
  if (!g_str_equal (type, "claim"))
    return ledger_gesture_need (document, type, id, error) != NULL;
  if (ledger_gesture_need (document, "issue", id, error) == NULL)
    return FALSE;
  ledger_gesture_revive (document, edit, "claim", id);
  ledger_edit_set_text (edit, "claim", id, "issue", id);
  return TRUE;
}

static const LedgerRecordType *
need_column (const char *type_name, const char *field, guint *column, GError **error)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), type_name);

  *column = type != NULL ? ledger_record_type_find_column (type, field) : G_MAXUINT;
  if (*column != G_MAXUINT)
    return type;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("There is no field “%s” of “%s”."),
               field,
               type != NULL ? type->name : type_name);
  return NULL;
}

gboolean
ledger_gesture_add_set (LedgerDocument *document,
                        LedgerEdit *edit,
                        const char *type_name,
                        const char *id,
                        const char *field,
                        const char *text,
                        GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  guint column;
  LedgerRecord *record;
  const LedgerRecordType *type = need_column (type_name, field, &column, error);
  if (type == NULL || !check_settable (type, &type->columns[column], error)
      || !find_or_make (document, edit, type_name, id, &record, error))
    return FALSE;

  g_autoptr (LedgerValue) value = ledger_field_read (document, edit, type, column, text, error);
  if (value == NULL || !check_present (type, &type->columns[column], value, error)
      || !check_number (type, field, value, error)
      || !check_span (record, edit, field, value, error)
      || !check_place (document, type, id, field, value, error))
    return FALSE;
  ledger_edit_set (edit, type_name, id, field, value);
  if (g_str_equal (type_name, "claim"))
    ledger_gesture_stamp_claim (document, edit, id);
  if (g_str_equal (type_name, "issue") && g_str_equal (field, "reopened")
      && ledger_value_get_tag (value) != LEDGER_VALUE_NONE)
    ledger_gesture_stamp_rebound (document, edit, id);
  return TRUE;
}

LedgerEdit *
ledger_gesture_set (LedgerDocument *document,
                    const char *type,
                    const char *id,
                    const char *field,
                    const char *text,
                    GError **error)
{
  const char *const ids[] = { id, NULL };
  return ledger_gesture_set_many (document, type, ids, field, text, error);
}

LedgerEdit *
ledger_gesture_set_many (LedgerDocument *document,
                         const char *type,
                         const char *const *ids,
                         const char *field,
                         const char *text,
                         GError **error)
{
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);
  guint n = g_strv_length ((char **)ids);

  for (guint i = 0; i < n; i++)
    if (!ledger_gesture_add_set (document, edit, type, ids[i], field, text, error))
      return NULL;

  const char *word = ledger_field_get_word (type, field);
  g_autofree char *label = n == 1 ? ledger_document_dup_label (document, type, ids[0]) : NULL;
  g_autofree char *title =
      n == 1
          ? g_strdup_printf (_ ("Change %s: %s"), word, label)
          : g_strdup_printf (ngettext ("Change %s (%u item)", "Change %s (%u items)", n), word, n);
  ledger_edit_set_title (edit, title);
  return g_steal_pointer (&edit);
}
