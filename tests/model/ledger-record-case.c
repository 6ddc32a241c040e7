/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-record-case.h"

#include "ledger-id.h"
#include "ledger-reading.h"

static GType
expected_type (LedgerColumnKind kind)
{
  if (kind == LEDGER_COLUMN_FLAG)
    return G_TYPE_BOOLEAN;
  return kind == LEDGER_COLUMN_INTEGER ? G_TYPE_INT64 : G_TYPE_STRING;
}

static void
check_column (LedgerRecord *record, const LedgerColumn *column)
{
  g_autofree char *property = g_strdelimit (g_strdup (column->name), "_", '-');
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), property);

  g_assert_nonnull (pspec);
  g_assert_cmpuint (pspec->value_type, ==, expected_type (column->kind));
  g_assert_false (pspec->flags & G_PARAM_WRITABLE);
  g_assert_nonnull (column->word);
  g_assert_true ((column->kind == LEDGER_COLUMN_REFERENCE) == (column->target != NULL));
  if (column->target != NULL)
    g_assert_nonnull (ledger_reading_find_type (ledger_reading_get_default (), column->target));
}

void
record_case_check (GType gtype, const char *names)
{
  g_autofree char *id = ledger_id_new_random ();
  g_autofree char *shown = NULL;
  g_autoptr (LedgerRecord) record = record_case_new (gtype, id, NULL);
  const LedgerRecordType *type = ledger_record_get_record_type (record);
  g_auto (GStrv) words = g_strsplit (names, " ", -1);

  g_assert_true (ledger_reading_find_type (ledger_reading_get_default (), type->name) == type);
  g_assert_cmpuint (ledger_reading_get_gtype (type->name), ==, gtype);
  g_assert_cmpuint (g_strv_length (words), <=, type->n_columns);
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_cmpstr (type->columns[i].name, ==, words[i]);
  for (guint i = 0; i < type->n_columns; i++)
    {
      check_column (record, &type->columns[i]);
      /* Nothing was loaded: nothing is there. */
      g_assert_cmpint (
          ledger_value_get_tag (ledger_record_get_value (record, i)), ==, LEDGER_VALUE_NONE);
    }
  g_object_get (record, "id", &shown, NULL);
  g_assert_cmpstr (shown, ==, id);
}

static LedgerValue *
make_value (LedgerColumnKind kind, const char *text)
{
  if (kind == LEDGER_COLUMN_FLAG || kind == LEDGER_COLUMN_INTEGER)
    return ledger_value_new_integer (g_ascii_strtoll (text, NULL, 10));
  return ledger_value_new_text (text);
}

LedgerRecord *
record_case_new (GType gtype, const char *id, ...)
{
  LedgerRecord *record = ledger_record_new (gtype, id);
  const LedgerRecordType *type = ledger_record_get_record_type (record);
  g_autofree LedgerValue **values = g_new0 (LedgerValue *, type->n_columns);
  va_list pairs;

  va_start (pairs, id);
  for (const char *field = va_arg (pairs, const char *); field != NULL;
       field = va_arg (pairs, const char *))
    {
      guint column = ledger_record_type_find_column (type, field);
      g_assert_cmpuint (column, !=, G_MAXUINT);
      values[column] = make_value (type->columns[column].kind, va_arg (pairs, const char *));
    }
  va_end (pairs);
  ledger_record_load (record, values);
  return record;
}

void
record_case_sorted (LedgerRecord *first, ...)
{
  va_list records;

  va_start (records, first);
  for (LedgerRecord *next = va_arg (records, LedgerRecord *); next != NULL;
       next = va_arg (records, LedgerRecord *))
    {
      g_assert_cmpint (ledger_record_compare (first, next), <, 0);
      g_assert_cmpint (ledger_record_compare (next, first), >, 0);
      g_object_unref (first);
      first = next;
    }
  va_end (records);
  g_object_unref (first);
}
