/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A drawn page: rows of ARGB32, premultiplied, in the machine's byte order (what cairo calls ARGB32
 * and GDK_MEMORY_DEFAULT means). Immutable, counted atomically, may cross threads. The bytes may be
 * memory that a worker filled; wrapping them copies nothing. */
#define LEDGER_TYPE_PDF_PIXELS (ledger_pdf_pixels_get_type ())
typedef struct _LedgerPdfPixels LedgerPdfPixels;

GType ledger_pdf_pixels_get_type (void);
/* BYTES holds at least STRIDE × HEIGHT; STRIDE is at least 4 × WIDTH. */
LedgerPdfPixels *ledger_pdf_pixels_new (GBytes *bytes, guint width, guint height, gsize stride);
LedgerPdfPixels *ledger_pdf_pixels_ref (LedgerPdfPixels *pixels);
void ledger_pdf_pixels_unref (LedgerPdfPixels *pixels);
GBytes *ledger_pdf_pixels_get_bytes (LedgerPdfPixels *pixels); /* owned by PIXELS */
guint ledger_pdf_pixels_get_width (LedgerPdfPixels *pixels);
guint ledger_pdf_pixels_get_height (LedgerPdfPixels *pixels);
gsize ledger_pdf_pixels_get_stride (LedgerPdfPixels *pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPdfPixels, ledger_pdf_pixels_unref)

G_END_DECLS
