/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document-private.h"

G_BEGIN_DECLS

/* How a document that a window shows comes to show what another, which read the same ledger later
 * on a thread, has found. What differs is looked for in slices, each well below what a window may
 * stand still, and while that goes on everything stands as it stood; then all is of the new state
 * at once.
 */
typedef struct _LedgerDocumentAdoption LedgerDocumentAdoption;

/* TOUCHED: type name (of the reading) to a set of ids. DOCUMENT is not owned and outlives it. */
LedgerDocumentAdoption *
ledger_document_adoption_new (LedgerDocument *document, LedgerDocument *found, GHashTable *touched);
/* Where much went, _drop() is to be called before, until it says TRUE: each call is one slice. */
void ledger_document_adoption_free (LedgerDocumentAdoption *self);
gboolean ledger_document_adoption_drop (LedgerDocumentAdoption *self);

/* One slice. TRUE: everything was looked at. Where the document was read or computed again
 * meanwhile it begins anew. */
gboolean ledger_document_adoption_step (LedgerDocumentAdoption *self);
/* Once, in the turn in which the last step was. Records and facts are the new ones, the lists are
 * to be published. */
void ledger_document_adoption_finish (LedgerDocumentAdoption *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerDocumentAdoption, ledger_document_adoption_free)

G_END_DECLS
