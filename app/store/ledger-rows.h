/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"
#include "ledger-reading-table.h"

G_BEGIN_DECLS

/* The rows of the reading: each computed from the heads in the log, never from what an edit said
 * (LOG 5). One function decides what a column shows, for live edit, undo, merge, rebuild and
 * verify. */
typedef struct _LedgerRows LedgerRows;

/* LOG must outlive it. */
LedgerRows *ledger_rows_new (LedgerLog *log);
void ledger_rows_free (LedgerRows *self);
LedgerLog *ledger_rows_get_log (LedgerRows *self);

/* The table of a type; NULL where the reading knows none of that name. */
LedgerReadingTable *ledger_rows_find_table (LedgerRows *self, const char *type);
guint ledger_rows_get_n_tables (LedgerRows *self);
LedgerReadingTable *ledger_rows_get_table (LedgerRows *self, guint index);

/* Makes the record's row anew as a whole; takes it out. Nothing for types the reading does not
 * know. */
gboolean ledger_rows_put (LedgerRows *self, gint64 record, GError **error);
gboolean ledger_rows_remove (LedgerRows *self, gint64 record, GError **error);
/* Brings one column up to date. *FOUND is FALSE where the record has no row. The field "deleted" is
 * left to the caller. */
gboolean ledger_rows_set (LedgerRows *self,
                          const char *type,
                          gint64 record,
                          gint64 field,
                          gboolean *found,
                          GError **error);

/* Every living record's row as it should be, in one pass: VALUES has one per column and one for
 * deleted. FALSE ends. */
typedef gboolean (*LedgerRowsFunc) (LedgerReadingTable *table,
                                    gint64 record,
                                    const char *id,
                                    LedgerValue *const *values,
                                    gpointer data,
                                    GError **error);
gboolean ledger_rows_foreach (
    LedgerRows *self, gint64 first_record, LedgerRowsFunc func, gpointer data, GError **error);
/* A LedgerRowsFunc that writes the row; DATA is the LedgerRows. */
gboolean ledger_rows_write (LedgerReadingTable *table,
                            gint64 record,
                            const char *id,
                            LedgerValue *const *values,
                            gpointer data,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerRows, ledger_rows_free)

G_END_DECLS
