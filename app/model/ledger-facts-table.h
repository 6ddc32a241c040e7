/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The facts of every issue, kept up to date for the document: all at opening, then those of touched
 * issues only. Reads the document's tables as they were read last; STORE within the refresh's read
 * transaction. */
typedef struct _LedgerFactsTable LedgerFactsTable;

/* DOCUMENT owns the table and outlives it. */
LedgerFactsTable *ledger_facts_table_new (LedgerDocument *document);
void ledger_facts_table_free (LedgerFactsTable *self);

/* Computes all anew. */
gboolean ledger_facts_table_load (LedgerFactsTable *self, LedgerStore *store, GError **error);
/* Computes those of ISSUES (a set of ids) anew, adds the new and drops the vanished. */
gboolean ledger_facts_table_update (LedgerFactsTable *self,
                                    LedgerStore *store,
                                    GHashTable *issues,
                                    GError **error);
/* Names, headings, today or the near days changed: all again, but nothing is read from STORE. */
void ledger_facts_table_recompute (LedgerFactsTable *self);
/* Issues (ids) one of whose fields has several values. Takes the set. */
void ledger_facts_table_set_conflicts (LedgerFactsTable *self, GHashTable *issues);

/* NULL where there is none. 签后有变更 is compared at the first asking after the issue was touched.
 */
const LedgerIssueFacts *ledger_facts_table_lookup (LedgerFactsTable *self, const char *issue_id);
/* The ids whose facts differ since the last call (an array of char*, owned by the caller). */
GPtrArray *ledger_facts_table_steal_changed (LedgerFactsTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerFactsTable, ledger_facts_table_free)

G_END_DECLS
