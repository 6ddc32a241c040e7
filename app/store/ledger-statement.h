/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-value.h"

G_BEGIN_DECLS

/* A prepared statement, kept by its connection under the address of its static SQL text and handed
 * out reset. SQL texts are constants; values are bound. Parameters and columns count from 0. The
 * verbs remember the first failure; `step` and `run` report it, so that binds need no checks of
 * their own. */
typedef struct _LedgerStatement LedgerStatement;

void ledger_statement_bind_text (LedgerStatement *statement,
                                 guint parameter,
                                 const char *text); /* NULL: null */
void ledger_statement_bind_integer (LedgerStatement *statement, guint parameter, gint64 integer);
void ledger_statement_bind_bytes (LedgerStatement *statement,
                                  guint parameter,
                                  gconstpointer data,
                                  gsize length);
/* Without a copy: VALUE lives until the statement has run. */
void
ledger_statement_bind_value (LedgerStatement *statement, guint parameter, const LedgerValue *value);

/* TRUE while there is a row. FALSE with *ERROR set on failure, without at the end; the statement is
 * then reset, so that no snapshot stays open (LOG 12). */
gboolean ledger_statement_step (LedgerStatement *statement, GError **error);
/* Runs a statement that gives no rows. */
gboolean ledger_statement_run (LedgerStatement *statement, GError **error);
/* The one integer above 0 (a key) that a SELECT finds; 0 where it finds no row, -1 on failure.
 * Leaves the statement reset. */
gint64 ledger_statement_find_key (LedgerStatement *statement, GError **error);
/* To leave before the end. */
void ledger_statement_reset (LedgerStatement *statement);

gboolean ledger_statement_is_null (LedgerStatement *statement, guint column);
/* Lives until the next step; NULL for null. */
const char *ledger_statement_get_text (LedgerStatement *statement, guint column);
gint64 ledger_statement_get_integer (LedgerStatement *statement, guint column);
gconstpointer ledger_statement_get_bytes (LedgerStatement *statement, guint column, gsize *length);
LedgerValue *ledger_statement_dup_value (LedgerStatement *statement, guint column);
/* The same, but NULL where nothing stands. */
LedgerValue *ledger_statement_dup_value_or_null (LedgerStatement *statement, guint column);
/* Bytes as hex digits; NULL for null. */
char *ledger_statement_dup_hex (LedgerStatement *statement, guint column);
/* TRUE with the bytes in COPY where there are exactly 32. */
gboolean ledger_statement_copy_digest (LedgerStatement *statement, guint column, guint8 copy[32]);

G_END_DECLS
