/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-column.h"
#include "ledger-connection.h"

G_BEGIN_DECLS

/* The SQL of one reading table, generated from its record type. Names come from constant tables,
 * values are bound. Columns: record (local key, primary), id (32 hex digits), one per field,
 * deleted (the value of a deletion that does not hold because something was changed since:
 * 删除后又有改动, LOG 10; else null). */
typedef struct _LedgerReadingTable LedgerReadingTable;

LedgerReadingTable *ledger_reading_table_new (const LedgerRecordType *type);
void ledger_reading_table_free (LedgerReadingTable *self);
const LedgerRecordType *ledger_reading_table_get_type (LedgerReadingTable *self);

/* In the file, or beside it in the connection where the file cannot be written. */
gboolean ledger_reading_table_create (LedgerReadingTable *self,
                                      LedgerConnection *connection,
                                      gboolean temporary,
                                      GError **error);
/* The indexes, made after a rebuild has filled the table. */
gboolean ledger_reading_table_index (LedgerReadingTable *self,
                                     LedgerConnection *connection,
                                     gboolean temporary,
                                     GError **error);

/* VALUES: one per column and the last for deleted; NULL is null. */
gboolean ledger_reading_table_put (LedgerReadingTable *self,
                                   LedgerConnection *connection,
                                   gint64 record,
                                   const char *id,
                                   LedgerValue *const *values,
                                   GError **error);
/* *FOUND is FALSE where there is no such row. */
gboolean ledger_reading_table_set (LedgerReadingTable *self,
                                   LedgerConnection *connection,
                                   gint64 record,
                                   guint column,
                                   const LedgerValue *value,
                                   gboolean *found,
                                   GError **error);
gboolean ledger_reading_table_remove (LedgerReadingTable *self,
                                      LedgerConnection *connection,
                                      gint64 record,
                                      GError **error);
/* The row as it stands: record, id, columns, deleted. NULL on failure; steps to a row or not. */
LedgerStatement *ledger_reading_table_select (LedgerReadingTable *self,
                                              LedgerConnection *connection,
                                              gint64 record,
                                              GError **error);
/* All rows by id. */
LedgerStatement *ledger_reading_table_select_all (LedgerReadingTable *self,
                                                  LedgerConnection *connection,
                                                  GError **error);
gboolean ledger_reading_table_count (LedgerReadingTable *self,
                                     LedgerConnection *connection,
                                     gsize *count,
                                     GError **error);
/* Appends the keys (gint64) of the rows whose parent column names PARENT_ID. */
gboolean ledger_reading_table_collect_children (LedgerReadingTable *self,
                                                LedgerConnection *connection,
                                                const char *parent_id,
                                                GArray *records,
                                                GError **error);
/* VALUE where it is of the column's kind, else NULL: a foreign value is not shown and no failure.
 */
const LedgerValue *
ledger_reading_table_fit (LedgerReadingTable *self, guint column, const LedgerValue *value);

G_END_DECLS
