/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-value.h"

#include <string.h>

struct _LedgerValue
{
  gatomicrefcount references;
  LedgerValueTag tag;
  gint64 integer;
  gsize length;
  char data[]; /* of a text or of bytes, with a NUL behind that LENGTH does not count */
};

static LedgerValue *
value_new (LedgerValueTag tag, gconstpointer data, gsize length)
{
  g_assert (length < G_MAXSIZE - sizeof (LedgerValue));

  LedgerValue *value = g_malloc (sizeof (LedgerValue) + length + 1);
  g_atomic_ref_count_init (&value->references);
  value->tag = tag;
  value->integer = 0;
  value->length = length;
  if (length > 0)
    memcpy (value->data, data, length);
  value->data[length] = '\0';
  return value;
}

static gboolean
has_data (const LedgerValue *value)
{
  return value->tag == LEDGER_VALUE_TEXT || value->tag == LEDGER_VALUE_BYTES;
}

LedgerValue *
ledger_value_new_none (void)
{
  return value_new (LEDGER_VALUE_NONE, NULL, 0);
}

LedgerValue *
ledger_value_new_text (const char *text)
{
  if (text == NULL)
    return ledger_value_new_none ();
  return value_new (LEDGER_VALUE_TEXT, text, strlen (text));
}

LedgerValue *
ledger_value_new_text_sized (const char *text, gsize length)
{
  if (text == NULL)
    return ledger_value_new_none ();
  return value_new (LEDGER_VALUE_TEXT, text, length);
}

LedgerValue *
ledger_value_new_integer (gint64 integer)
{
  LedgerValue *value = value_new (LEDGER_VALUE_INTEGER, NULL, 0);
  value->integer = integer;
  return value;
}

LedgerValue *
ledger_value_new_bytes (gconstpointer data, gsize length)
{
  g_return_val_if_fail (data != NULL || length == 0, NULL);
  return value_new (LEDGER_VALUE_BYTES, data, length);
}

LedgerValue *
ledger_value_ref (LedgerValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);
  g_atomic_ref_count_inc (&value->references);
  return value;
}

void
ledger_value_unref (LedgerValue *value)
{
  g_return_if_fail (value != NULL);
  if (g_atomic_ref_count_dec (&value->references))
    g_free (value);
}

LedgerValueTag
ledger_value_get_tag (const LedgerValue *value)
{
  g_return_val_if_fail (value != NULL, LEDGER_VALUE_NONE);
  return value->tag;
}

const char *
ledger_value_get_text (const LedgerValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);
  return value->tag == LEDGER_VALUE_TEXT ? value->data : NULL;
}

gint64
ledger_value_get_integer (const LedgerValue *value)
{
  g_return_val_if_fail (value != NULL, 0);
  return value->integer;
}

gconstpointer
ledger_value_get_data (const LedgerValue *value, gsize *length)
{
  g_return_val_if_fail (value != NULL, NULL);
  if (length != NULL)
    *length = value->length;
  return has_data (value) ? value->data : NULL;
}

gboolean
ledger_value_equal (const LedgerValue *a, const LedgerValue *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;
  return a->tag == b->tag && a->integer == b->integer && a->length == b->length
         && memcmp (a->data, b->data, a->length) == 0;
}
