/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-pixels.h"
#include "ledger-pdf-verdict.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* One document and its worker, synchronously: what LedgerPdfDocument runs in its thread. For one
 * thread, which must outlive it. A worker that stalled or died is replaced at the next request.
 * Errors as in ledger-pdf-document.h. */
typedef struct _LedgerPdfReader LedgerPdfReader;

LedgerPdfReader *ledger_pdf_reader_new (int fd); /* takes FD */
void ledger_pdf_reader_free (LedgerPdfReader *reader);

/* The sizes of all pages (LedgerPdfPageSize), each side between 1 and 20 000 points. VERDICT (out,
 * may be NULL) is `usable` or `warnings`. */
GArray *ledger_pdf_reader_open (LedgerPdfReader *reader,
                                LedgerPdfVerdict *verdict,
                                guint wall_milliseconds,
                                GCancellable *cancellable,
                                GError **error);
/* WIDTH × HEIGHT pixels after turning, at most LEDGER_PDF_MAX_PIXELS. */
LedgerPdfPixels *ledger_pdf_reader_render (LedgerPdfReader *reader,
                                           guint page,
                                           guint width,
                                           guint height,
                                           guint rotation,
                                           guint wall_milliseconds,
                                           GCancellable *cancellable,
                                           GError **error);
/* The worker's process, for tests; 0 where none runs. */
GPid ledger_pdf_reader_get_pid (LedgerPdfReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPdfReader, ledger_pdf_reader_free)

G_END_DECLS
