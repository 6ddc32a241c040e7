/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store-room.h"

G_BEGIN_DECLS

/* Copies the evidence bytes that FROM has and TO lacks, in staged batches; what is damaged there is
 * left out. The keys of the new rows (gint64) are appended to COPIED; they are not marked as named
 * yet. */
gboolean ledger_blob_copy_all (LedgerStore *to,
                               LedgerStore *from,
                               GArray *copied,
                               LedgerProgress *progress,
                               GCancellable *cancellable,
                               GError **error);
/* Marks them, inside a transaction. */
gboolean ledger_blob_copy_name (LedgerLog *log, GArray *copied, GError **error);

G_END_DECLS
