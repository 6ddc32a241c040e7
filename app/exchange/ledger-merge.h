/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* Takes the whole log of another copy of this ledger in: all or nothing (LOG 8). A log copy is made
 * just before, beside the ledger (NAME-合并前.zgl), from which the former state can be brought back
 * while the tip is still the one the merge left. SCRIPT mode. Errors: FOREIGN, DAMAGED, FULL;
 * nothing is then taken. */
gboolean ledger_merge_file (LedgerDocument *document,
                            const char *other_path,
                            LedgerTakeInResult *result,
                            LedgerProgress *progress,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
