/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-record.h"
#include "ledger-store.h"

G_BEGIN_DECLS

/* The list model of one record type: every living record, in the type's own order (rank and id;
 * numbers by their parts; people by pinyin). A refresh replaces values in place and emits
 * items_changed(i,1,1) for a row that differs, items_changed for rows that came or went, and one
 * items_changed(0,n,n) where the order changed (DESIGN 5). */
#define LEDGER_TYPE_TABLE (ledger_table_get_type ())
G_DECLARE_FINAL_TYPE (LedgerTable, ledger_table, LEDGER, TABLE, GObject)

LedgerTable *ledger_table_new (GType record_gtype);
const LedgerRecordType *ledger_table_get_record_type (LedgerTable *self);

/* The record or NULL (transfer none). */
LedgerRecord *ledger_table_lookup (LedgerTable *self, const char *id);
guint ledger_table_get_n_records (LedgerTable *self);
LedgerRecord *ledger_table_get_record (LedgerTable *self, guint index); /* transfer none */
/* The children of a parent, sorted; never NULL, owned by the table, valid until the next refresh.
 */
const GPtrArray *ledger_table_get_children (LedgerTable *self, const char *parent_id);

/* Every record as it was read last, in no order; the array holds no references. In the middle of a
 * refresh the list shows still what was before. */
GPtrArray *ledger_table_list_records (LedgerTable *self);

/* --- for LedgerDocument only ---
 * A refresh has two halves, so that nobody sees one table new and the next one old: `load_all` and
 * `reload` read rows within one read transaction of STORE and change records, lookup and children
 * without a sound; `publish`, when every table has been read and facts are computed, moves the list
 * and emits. */
gboolean ledger_table_load_all (LedgerTable *self, LedgerStore *store, GError **error);
/* The next LIMIT rows after the local key *LAST (0: from the start), which is moved on; *DONE when
 * there are no more. Between two slices touched rows are reloaded as in any table. */
gboolean ledger_table_load_slice (LedgerTable *self,
                                  LedgerStore *store,
                                  gint64 *last,
                                  guint limit,
                                  gboolean *done,
                                  GError **error);
/* IDS: a set of record ids; each is read again, has come or is gone. */
gboolean
ledger_table_reload (LedgerTable *self, LedgerStore *store, GHashTable *ids, GError **error);
/* Whether the record lives by what is stored now, whatever was read here. */
gboolean ledger_table_is_stored (LedgerTable *self, LedgerStore *store, const char *id);
/* Whether its records are children of records of that type. */
gboolean ledger_table_is_child_of (LedgerTable *self, const char *parent_type);
/* Adds to IDS the records that have PARENT_ID as their parent, here or in STORE: what may come and
 * go with it (LOG 10). */
gboolean ledger_table_collect_children (
    LedgerTable *self, LedgerStore *store, const char *parent_id, GHashTable *ids, GError **error);
/* What is new since the last publish: LedgerRecord*, as sets and an array owned by the table. */
GHashTable *ledger_table_get_appeared (LedgerTable *self);
GHashTable *ledger_table_get_changed (LedgerTable *self);
const GPtrArray *ledger_table_get_vanished (LedgerTable *self);
void ledger_table_publish (LedgerTable *self);

G_END_DECLS
