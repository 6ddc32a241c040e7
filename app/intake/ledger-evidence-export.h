/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-evidence.h"
#include "ledger-store.h"

G_BEGIN_DECLS

/* Writes the original bytes of EVIDENCE to PATH, beside and then renamed, mode 0600.
 * LEDGER_ERROR_DAMAGED where the bytes do not match their digest: PATH is then not made. */
gboolean ledger_evidence_export (LedgerStore *store,
                                 LedgerRecord *evidence,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error);
/* The same by the digest alone: for a thread that has a store of its own but none of the document's
 * records. */
gboolean ledger_evidence_export_digest (LedgerStore *store,
                                        const guint8 digest[32],
                                        const char *path,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
