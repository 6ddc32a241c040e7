/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The names that the facts of issues show, each once for all issues that bear it: ten thousand
 * issues name some hundred people. Valid until something is renamed, deleted or comes back. */
typedef struct _LedgerNamePool LedgerNamePool;

/* DOCUMENT is not owned. */
LedgerNamePool *ledger_name_pool_new (LedgerDocument *document);
void ledger_name_pool_free (LedgerNamePool *self);
/* Everything is asked of the document anew. */
void ledger_name_pool_forget (LedgerNamePool *self);
/* As ledger_document_get_name() says it; a reference, or NULL where ID names nothing. */
LedgerValue *ledger_name_pool_ref (LedgerNamePool *self, const char *type_name, const char *id);

G_END_DECLS
