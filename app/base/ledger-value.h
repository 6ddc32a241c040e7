/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The value of one field: nothing, a text, an integer or bytes. Immutable and counted atomically,
 * so that a value may cross threads. Dates are ISO texts, references are record ids (32 lower-case
 * hex digits) as texts, flags are the integers 0 and 1. */
typedef struct _LedgerValue LedgerValue;

/* The letters are part of every hash (LOG 2) and can never change. */
typedef enum
{
  LEDGER_VALUE_NONE = 'n',
  LEDGER_VALUE_TEXT = 't',
  LEDGER_VALUE_INTEGER = 'i',
  LEDGER_VALUE_BYTES = 'b',
} LedgerValueTag;

LedgerValue *ledger_value_new_none (void);
/* NULL gives the value "none"; TEXT must be valid UTF-8, which whoever reads foreign bytes has
 * checked. */
LedgerValue *ledger_value_new_text (const char *text);
LedgerValue *ledger_value_new_text_sized (const char *text, gsize length);
LedgerValue *ledger_value_new_integer (gint64 integer);
LedgerValue *ledger_value_new_bytes (gconstpointer data, gsize length);

LedgerValue *ledger_value_ref (LedgerValue *value);
void ledger_value_unref (LedgerValue *value);

LedgerValueTag ledger_value_get_tag (const LedgerValue *value);
/* NULL unless the value is a text. The string lives as long as the value. */
const char *ledger_value_get_text (const LedgerValue *value);
/* 0 unless the value is an integer. */
gint64 ledger_value_get_integer (const LedgerValue *value);
/* The bytes of a text or of bytes; NULL and length 0 otherwise. */
gconstpointer ledger_value_get_data (const LedgerValue *value, gsize *length);

/* Equal in tag and content. NULL equals only NULL. */
gboolean ledger_value_equal (const LedgerValue *a, const LedgerValue *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerValue, ledger_value_unref)

G_END_DECLS
