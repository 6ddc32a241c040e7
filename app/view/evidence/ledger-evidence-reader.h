/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The original bytes of evidence (or the scan of a sign-off: ledger-kept-file.h), taken out of the
 * ledger on a thread of its own through a read-only store of its own (DESIGN 5): neither the window
 * nor the writer waits. All calls and callbacks belong to the main context that made it.
 *
 * Errors: LEDGER_ERROR_NOT_FOUND (no such evidence), _DAMAGED (the bytes do not match their
 * digest), _FULL, _FAILED; G_IO_ERROR_CANCELLED. */
#define LEDGER_TYPE_EVIDENCE_READER (ledger_evidence_reader_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerEvidenceReader, ledger_evidence_reader, LEDGER, EVIDENCE_READER, GObject)

LedgerEvidenceReader *ledger_evidence_reader_new (LedgerDocument *document);

/* Into a file without a name (ledger-private-file.h); finish gives a descriptor that can only read,
 * which the caller closes (also where it was cancelled too late); -1 with ERROR. */
void ledger_evidence_reader_open_async (LedgerEvidenceReader *self,
                                        const char *evidence_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
int ledger_evidence_reader_open_finish (LedgerEvidenceReader *self,
                                        GAsyncResult *result,
                                        GError **error);
/* Into FILE, which is replaced whole or not at all; mode 0600. */
void ledger_evidence_reader_export_async (LedgerEvidenceReader *self,
                                          const char *evidence_id,
                                          GFile *file,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data);
gboolean ledger_evidence_reader_export_finish (LedgerEvidenceReader *self,
                                               GAsyncResult *result,
                                               GError **error);
/* A name for the exported original: "1.2.3-05 学习计划.pdf", safe on every file system. */
char *ledger_evidence_reader_dup_name (LedgerDocument *document, const char *evidence_id);

G_END_DECLS
