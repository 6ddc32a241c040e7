/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-json-writer.h"

G_BEGIN_DECLS

/* One row of an answer: named values in order, written as a JSON object for scripts or as one
 * tab-separated line for people, so that both always say the same. */
typedef struct _LedgerRow LedgerRow;

LedgerRow *ledger_row_new (void);
void ledger_row_free (LedgerRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerRow, ledger_row_free)

void ledger_row_put_text (LedgerRow *row, const char *name, const char *text); /* NULL: null */
void ledger_row_take_text (LedgerRow *row, const char *name, char *text);
void ledger_row_put_integer (LedgerRow *row, const char *name, gint64 integer);
void ledger_row_put_boolean (LedgerRow *row, const char *name, gboolean boolean);
/* An array of texts; TEXTS may be NULL (an empty array). */
void ledger_row_put_texts (LedgerRow *row, const char *name, const char *const *texts);
/* An array of rows; takes ROWS (elements LedgerRow*, freed by it). */
void ledger_row_take_rows (LedgerRow *row, const char *name, GPtrArray *rows);

/* As a member NAME of the object begun, or, with NULL, as an element or the document itself. */
void ledger_row_write (LedgerRow *row, LedgerJsonWriter *writer, const char *name);
/* Without ids and nested rows; line breaks inside values become blanks. */
char *ledger_row_to_line (LedgerRow *row);

G_END_DECLS
