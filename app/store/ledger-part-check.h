/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-checked-log.h"
#include "ledger-progress.h"

G_BEGIN_DECLS

/* Every operation of the log against the digest of its part, and every parent: it concerns the same
 * record and field and lies among the edit's ancestors (LOG 2). Marks the records, names and
 * digests that operations use and counts the parts of each edit. FALSE with ERROR where the check
 * itself failed or was cancelled. */
gboolean ledger_part_check (LedgerCheckedLog *log,
                            LedgerProgress *progress,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
