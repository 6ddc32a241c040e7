/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"
#include "ledger-progress.h"
#include "ledger-rows.h"

G_BEGIN_DECLS

/* The parts of a check (LOG 15); each appends LedgerDamage to DAMAGES and fails only where it could
 * not be made. A page that cannot be read is a damage, not a failure. */

/* Every chunk against its digest, and the digests that operations name (BLOBS, of ledger_log_check)
 * against what is there. */
gboolean ledger_integrity_check_evidence (LedgerLog *log,
                                          GHashTable *blobs,
                                          GPtrArray *damages,
                                          LedgerProgress *progress,
                                          GCancellable *cancellable,
                                          GError **error);
/* Pages and hashes of a file that is about to be written, restored or handed on. FALSE with
 * LEDGER_ERROR_DAMAGED where it does not pass. BLOBS as ledger_log_check. */
gboolean ledger_integrity_require (LedgerLog *log,
                                   GHashTable **blobs,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
