/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory that is lent to a worker: a nameless file in memory of a fixed size, sealed (shrink, grow,
 * seal) before anybody else sees it, else a hostile worker could cut it off under our reading and
 * kill the window. It starts as zeros. */
typedef struct _LedgerLentMemory LedgerLentMemory;

/* LEDGER_ERROR_FAILED where the system gives none. SIZE is not 0. */
LedgerLentMemory *ledger_lent_memory_new (gsize size, GError **error);
void ledger_lent_memory_free (LedgerLentMemory *memory);
int ledger_lent_memory_get_fd (LedgerLentMemory *memory); /* stays MEMORY's */
gconstpointer ledger_lent_memory_get_data (LedgerLentMemory *memory);
gsize ledger_lent_memory_get_size (LedgerLentMemory *memory);
/* Ends MEMORY and gives what is in it, without a copy. A worker that is still there could change
 * the bytes, but no longer their number. */
GBytes *ledger_lent_memory_free_to_bytes (LedgerLentMemory *memory);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerLentMemory, ledger_lent_memory_free)

G_END_DECLS
