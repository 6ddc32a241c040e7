/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"
#include "ledger-progress.h"

G_BEGIN_DECLS

/* Every hash of the log and everything that the hashes lean on (LOG 2, 15): names, records, parts,
 * edits, the shape of the history, parents. Appends a LedgerDamage for each fault; more than a
 * hundred are summed up. BLOBS (out, may be NULL): the digests that operations name, as a set of
 * GBytes. FALSE with ERROR where the check itself failed or was cancelled. */
gboolean ledger_log_check (LedgerLog *log,
                           GPtrArray *damages,
                           GHashTable **blobs,
                           LedgerProgress *progress,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
