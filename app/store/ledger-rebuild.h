/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-progress.h"
#include "ledger-rows.h"

G_BEGIN_DECLS

/* The reading as a whole (LOG 5). */

/* Drops every reading table and makes them anew, in the file or beside it. Inside a transaction. */
gboolean ledger_rebuild_reading (LedgerRows *rows,
                                 gboolean temporary,
                                 LedgerProgress *progress,
                                 GCancellable *cancellable,
                                 GError **error);
/* The number of the reading that the file has; 0 where it has none. */
gboolean ledger_rebuild_read_number (LedgerRows *rows, gint64 *number, GError **error);
/* The tables lose their number: whoever opens the file next makes them anew. */
gboolean ledger_rebuild_forget_number (LedgerRows *rows, GError **error);
/* SHA-256 (64 hex digits) over the rows of all tables sorted by type and id: compares across files.
 */
char *ledger_rebuild_dup_digest (LedgerRows *rows, GError **error);

G_END_DECLS
