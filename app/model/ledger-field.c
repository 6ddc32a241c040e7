/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-field.h"

#include "ledger-choice.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-gesture.h"
#include "ledger-inspection.h"
#include "ledger-reading.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static LedgerValue *
refuse (GError **error, const LedgerColumn *column, const char *text)
{
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("“%s” cannot be read as “%s”. Nothing was changed."),
               text,
               _ (column->word));
  return NULL;
}

static LedgerValue *
read_integer (const LedgerColumn *column, const char *text, GError **error)
{
  gint64 integer;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return refuse (error, column, text);
  return ledger_value_new_integer (integer);
}

static LedgerValue *
read_flag (const LedgerColumn *column, const char *text, GError **error)
{
  static const char *const yes[] = { "是", "true", "yes", "1", NULL };
  static const char *const no[] = { "否", "false", "no", "0", NULL };
  g_autofree char *folded = ledger_text_fold (text);

  if (g_strv_contains (yes, folded))
    return ledger_value_new_integer (1);
  if (g_strv_contains (no, folded))
    return ledger_value_new_integer (0);
  return refuse (error, column, text);
}

/* Without a year a deadline lies after the feedback, where that is known; any other date, of a
 * paper or of something done, lies from four months ago to two months ahead. */
static LedgerDay
anchor_of (LedgerDocument *document, const LedgerColumn *column)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  LedgerDay today = ledger_document_get_today (document);
  LedgerDay feedback = LEDGER_DAY_NONE;

  if (column->kind != LEDGER_COLUMN_DEADLINE)
    return today - 120;
  if (inspection != NULL)
    feedback = ledger_record_get_day (inspection, LEDGER_INSPECTION_FEEDBACK_DATE);
  return feedback != LEDGER_DAY_NONE ? feedback : today;
}

/* What a day would be read as with a doubt is asked again: who enters it is still there. */
static LedgerDeadline *
read_undoubted (LedgerDocument *document,
                const LedgerColumn *column,
                const char *text,
                GError **error)
{
  g_autofree char *doubt = NULL;
  g_autoptr (LedgerDeadline) read =
      ledger_deadline_parse (text, anchor_of (document, column), &doubt);

  if (doubt == NULL || read->precision != LEDGER_PRECISION_DAY)
    return g_steal_pointer (&read);
  /* Translators: what was typed, the name of the field */
  g_set_error (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_INVALID,
      _ ("“%s” is no plain date for “%s”. Nothing was changed; write the whole date, such as "
         "2026-03-05."),
      text,
      _ (column->word));
  return NULL;
}

static LedgerValue *
read_date (LedgerDocument *document, const LedgerColumn *column, const char *text, GError **error)
{
  LedgerDay day = ledger_day_from_iso (text);

  if (day == LEDGER_DAY_NONE)
    {
      g_autoptr (LedgerDeadline) read = read_undoubted (document, column, text, error);
      if (read == NULL)
        return NULL;
      day = read->precision == LEDGER_PRECISION_DAY ? read->day : LEDGER_DAY_NONE;
    }
  g_autofree char *iso = ledger_day_to_iso (day);
  return iso != NULL ? ledger_value_new_text (iso) : refuse (error, column, text);
}

/* 待定 is the one answer that names no day. */
static LedgerValue *
read_deadline (LedgerDocument *document,
               const LedgerColumn *column,
               const char *text,
               GError **error)
{
  g_autoptr (LedgerDeadline) canonical = ledger_deadline_from_canonical (text);
  if (canonical != NULL)
    return ledger_value_new_text (text);

  g_autoptr (LedgerDeadline) read = read_undoubted (document, column, text, error);
  if (read == NULL)
    return NULL;
  if (read->precision == LEDGER_PRECISION_NONE && strstr (text, "待定") == NULL)
    return refuse (error, column, text);
  g_autofree char *written = ledger_deadline_to_canonical (read);
  return ledger_value_new_text (written);
}

static LedgerValue *
read_reference (LedgerDocument *document,
                LedgerEdit *edit,
                const LedgerColumn *column,
                const char *text,
                GError **error)
{
  if (g_str_equal (column->target, "person") || g_str_equal (column->target, "department"))
    {
      g_autofree char *id = g_str_equal (column->target, "person")
                                ? ledger_gesture_learn_person (document, edit, text)
                                : ledger_gesture_learn_department (document, edit, text);
      return ledger_value_new_text (id);
    }
  LedgerRecord *record = ledger_document_find (document, column->target, text, error);
  return record != NULL ? ledger_value_new_text (ledger_record_get_id (record)) : NULL;
}

static LedgerValue *
read_choice (const LedgerRecordType *type,
             const LedgerColumn *column,
             const char *text,
             GError **error)
{
  const char *word = ledger_choice_find (type->name, column->name, text);
  return word != NULL ? ledger_value_new_text (word) : refuse (error, column, text);
}

LedgerValue *
ledger_field_read (LedgerDocument *document,
                   LedgerEdit *edit,
                   const LedgerRecordType *type,
                   guint column_place,
                   const char *text,
                   GError **error)
{
  g_return_val_if_fail (column_place < type->n_columns, NULL);

  const LedgerColumn *column = &type->columns[column_place];
  g_autofree char *trimmed = ledger_text_trim (text != NULL ? text : "");
  if (trimmed[0] == '\0')
    return ledger_value_new_none ();
  switch (column->kind)
    {
    case LEDGER_COLUMN_INTEGER:
      return read_integer (column, trimmed, error);
    case LEDGER_COLUMN_FLAG:
      return read_flag (column, trimmed, error);
    case LEDGER_COLUMN_DATE:
      return read_date (document, column, trimmed, error);
    case LEDGER_COLUMN_DEADLINE:
      return read_deadline (document, column, trimmed, error);
    case LEDGER_COLUMN_CHOICE:
      return read_choice (type, column, trimmed, error);
    case LEDGER_COLUMN_REFERENCE:
      return read_reference (document, edit, column, trimmed, error);
    case LEDGER_COLUMN_DIGEST:
      return refuse (error, column, trimmed);
    case LEDGER_COLUMN_TEXT:
    default:
      return ledger_value_new_text (trimmed);
    }
}

/* --- for people --- */

static const LedgerColumn *
find_column (const char *type_name, const char *field)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), type_name);
  guint column = type != NULL ? ledger_record_type_find_column (type, field) : G_MAXUINT;

  return column != G_MAXUINT ? &type->columns[column] : NULL;
}

static char *
reference_to_words (LedgerDocument *document, const char *target, const char *id)
{
  static const char *const named[] = { "person", "department", "phase", "heading", NULL };

  if (g_strv_contains (named, target))
    return g_strdup (ledger_document_get_name (document, target, id));
  return ledger_document_dup_label (document, target, id);
}

static char *
deadline_to_words (LedgerDocument *document, const char *text)
{
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_from_canonical (text);
  if (deadline == NULL)
    return g_strdup (text);
  return ledger_deadline_to_words (deadline, ledger_document_get_today (document));
}

static char *
text_to_words (LedgerDocument *document,
               const char *type_name,
               const LedgerColumn *column,
               const char *text)
{
  LedgerDay day;

  switch (column->kind)
    {
    case LEDGER_COLUMN_DATE:
      day = ledger_day_from_iso (text);
      return day != LEDGER_DAY_NONE
                 ? ledger_day_to_words (day, ledger_document_get_today (document))
                 : g_strdup (text);
    case LEDGER_COLUMN_DEADLINE:
      return deadline_to_words (document, text);
    case LEDGER_COLUMN_CHOICE:
      return g_strdup (ledger_choice_get_name (type_name, column->name, text));
    case LEDGER_COLUMN_REFERENCE:
      return reference_to_words (document, column->target, text);
    case LEDGER_COLUMN_TEXT:
    case LEDGER_COLUMN_INTEGER:
    case LEDGER_COLUMN_FLAG:
    case LEDGER_COLUMN_DIGEST:
    default:
      return g_strdup (text);
    }
}

char *
ledger_field_to_words (LedgerDocument *document,
                       const char *type_name,
                       const char *field,
                       const LedgerValue *value)
{
  const LedgerColumn *column = find_column (type_name, field);
  gsize length;

  if (value == NULL || ledger_value_get_tag (value) == LEDGER_VALUE_NONE)
    return NULL;
  switch (ledger_value_get_tag (value))
    {
    case LEDGER_VALUE_INTEGER:
      if (column != NULL && column->kind == LEDGER_COLUMN_FLAG)
        return g_strdup (ledger_value_get_integer (value) != 0 ? _ ("yes") : _ ("no"));
      return g_strdup_printf ("%" G_GINT64_FORMAT, ledger_value_get_integer (value));
    case LEDGER_VALUE_BYTES:
      {
        gconstpointer data = ledger_value_get_data (value, &length);
        /* Enough to tell two files apart by eye. */
        return ledger_hex_encode (data, MIN (length, 6));
      }
    case LEDGER_VALUE_TEXT:
    case LEDGER_VALUE_NONE:
    default:
      return column != NULL
                 ? text_to_words (document, type_name, column, ledger_value_get_text (value))
                 : g_strdup (ledger_value_get_text (value));
    }
}

const char *
ledger_field_get_word (const char *type_name, const char *field)
{
  const LedgerColumn *column = find_column (type_name, field);

  if (g_str_equal (field, LEDGER_FIELD_DELETED))
    return _ ("deletion");
  return column != NULL ? _ (column->word) : field;
}
