/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-table.h"

G_BEGIN_DECLS

/* How a table becomes what another of its type, which read the ledger later and is given up for it,
 * has found: new records come over as they are, those that were touched get its values. Comparing
 * tens of thousands of records takes longer than a window may stand still; so they are looked at in
 * slices, while the table shows what it showed, and what was found is done at the end in one go. */
typedef struct _LedgerTableAdoption LedgerTableAdoption;

/* TOUCHED: a set of ids, or NULL. OTHER is published and not changed any more. */
LedgerTableAdoption *
ledger_table_adoption_new (LedgerTable *table, LedgerTable *other, GHashTable *touched);
void ledger_table_adoption_free (LedgerTableAdoption *self);

/* Looks at as many records more as BUDGET says and takes them from it. TRUE: all were looked at. */
gboolean ledger_table_adoption_step (LedgerTableAdoption *self, guint *budget);
/* The table was read again meanwhile: what was found does not hold. */
gboolean ledger_table_adoption_is_void (LedgerTableAdoption *self);
/* Whether records come or go, when all were looked at. */
gboolean ledger_table_adoption_moves (LedgerTableAdoption *self);
/* Once, when all were looked at; ledger_table_publish() is to follow. */
void ledger_table_adoption_finish (LedgerTableAdoption *self);
/* Lets go of records that went, as many as BUDGET says; to be called before _free() where there are
 * many. TRUE: there are no more. */
gboolean ledger_table_adoption_drop (LedgerTableAdoption *self, guint *budget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerTableAdoption, ledger_table_adoption_free)

G_END_DECLS
