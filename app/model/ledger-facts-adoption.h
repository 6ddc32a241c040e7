/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-facts-table.h"

G_BEGIN_DECLS

/* How a table of facts takes over what another has computed, of a document that read the same
 * ledger later and is given up for this one: looked at in slices and done at the end in one go, as
 * the tables are (ledger-table-adoption.h). */
typedef struct _LedgerFactsAdoption LedgerFactsAdoption;

/* Neither table is owned; both outlive it. */
LedgerFactsAdoption *ledger_facts_adoption_new (LedgerFactsTable *table, LedgerFactsTable *other);
void ledger_facts_adoption_free (LedgerFactsAdoption *self);

/* Looks at as many issues more as BUDGET says and takes them from it; OTHER's facts name the
 * records of this document then. TRUE: all were looked at. */
gboolean ledger_facts_adoption_step (LedgerFactsAdoption *self, guint *budget);
/* Facts were computed meanwhile: what was found does not hold. */
gboolean ledger_facts_adoption_is_void (LedgerFactsAdoption *self);
/* Once, when all were looked at and the tables have adopted. The old facts go with OTHER. */
void ledger_facts_adoption_finish (LedgerFactsAdoption *self);
/* Lets go of the facts of issues that went, as many as BUDGET says. TRUE: there are no more. */
gboolean ledger_facts_adoption_drop (LedgerFactsAdoption *self, guint *budget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerFactsAdoption, ledger_facts_adoption_free)

G_END_DECLS
