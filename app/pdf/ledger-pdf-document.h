/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-pdf-pixels.h"
#include "ledger-pdf-protocol.h"

G_BEGIN_DECLS

/* One document shown on the screen: the client of one zhenggai-pdf-worker of role `view` (DESIGN
 * 5). The foreign bytes are parsed there only. All calls and callbacks belong to one main context
 * (that of the thread which made the object); nothing here blocks it. Requests are answered in the
 * order in which they were made.
 *
 * Errors of both operations: LEDGER_ERROR_PASSWORD, _DAMAGED (also: the worker died of this page),
 * _UNSUPPORTED, _TIMEOUT (no answer within the wall limit), _INVALID (no such page), _FAILED (the
 * worker could not be started), each with a sentence to show; G_IO_ERROR_CANCELLED. After a failure
 * the worker is ended and the next request starts another, so that a retry is only calling again.
 *
 * Cancelling a request that has not begun costs nothing; one that is being worked on gets half a
 * second to end, then its worker goes. A request holds a reference on the document: cancel what is
 * under way before dropping it. */
#define LEDGER_TYPE_PDF_DOCUMENT (ledger_pdf_document_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPdfDocument, ledger_pdf_document, LEDGER, PDF_DOCUMENT, GObject)

/* Takes FD, a descriptor open for reading only on a regular file (see ledger-private-file.h). Reads
 * nothing and starts nothing yet. */
LedgerPdfDocument *ledger_pdf_document_new (int fd);

void ledger_pdf_document_open_async (LedgerPdfDocument *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* TRUE: the getters below answer. */
gboolean
ledger_pdf_document_open_finish (LedgerPdfDocument *self, GAsyncResult *result, GError **error);

guint ledger_pdf_document_get_n_pages (LedgerPdfDocument *self); /* 0 until opened */
/* In points as shown, each at least 1. FALSE where there is no such page; PAGE counts from 0. */
gboolean ledger_pdf_document_get_page_size (LedgerPdfDocument *self,
                                            guint page,
                                            double *width,
                                            double *height);

/* Draws PAGE (from 0) turned by ROTATION (0, 90, 180, 270 degrees clockwise), WIDTH device pixels
 * wide after turning; the height follows from the page. A picture over LEDGER_PDF_MAX_PIXELS comes
 * smaller: look at its own width. The document must have been opened. */
void ledger_pdf_document_render_async (LedgerPdfDocument *self,
                                       guint page,
                                       guint width,
                                       guint rotation,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
LedgerPdfPixels *
ledger_pdf_document_render_finish (LedgerPdfDocument *self, GAsyncResult *result, GError **error);

/* Wall time of one request in milliseconds; 10 000 unless set. For requests made from now on. */
void ledger_pdf_document_set_wall_limit (LedgerPdfDocument *self, guint milliseconds);

G_END_DECLS
