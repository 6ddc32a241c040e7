/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* Takes the whole log of another copy of this ledger in: all or nothing (LOG 8). Evidence that is
 * damaged or missing here is healed from there; RESULT tells how many. A log copy is made
 * just before, among the backups (ledger-backup-shelf.h); restoring it brings the former state
 * back, evidence included, while the tip is still the one the merge left. *COPY (out, may be NULL):
 * its path, NULL where nothing was new. RESULT is needed. SCRIPT mode. Errors: FOREIGN, DAMAGED,
 * FULL; nothing is then taken and no copy stays. */
gboolean ledger_merge_file (LedgerDocument *document,
                            const char *other_path,
                            LedgerTakeInResult *result,
                            char **copy,
                            LedgerProgress *progress,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
