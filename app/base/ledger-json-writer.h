/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON through json-glib: objects, arrays, texts, integers, booleans, null. Member names may
 * be NULL inside an array. The commands print what it gives. */
typedef struct _LedgerJsonWriter LedgerJsonWriter;

LedgerJsonWriter *ledger_json_writer_new (void);
void ledger_json_writer_free (LedgerJsonWriter *writer);
void ledger_json_writer_begin_object (LedgerJsonWriter *writer, const char *name);
void ledger_json_writer_end_object (LedgerJsonWriter *writer);
void ledger_json_writer_begin_array (LedgerJsonWriter *writer, const char *name);
void ledger_json_writer_end_array (LedgerJsonWriter *writer);
void ledger_json_writer_text (LedgerJsonWriter *writer,
                              const char *name,
                              const char *text); /* NULL: null */
void ledger_json_writer_integer (LedgerJsonWriter *writer, const char *name, gint64 integer);
void ledger_json_writer_boolean (LedgerJsonWriter *writer, const char *name, gboolean boolean);
/* The whole document on one line or indented; ends the writing. */
char *ledger_json_writer_finish (LedgerJsonWriter *writer, gboolean indented);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerJsonWriter, ledger_json_writer_free)

G_END_DECLS
