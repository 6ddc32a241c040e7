/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-document.h"

G_BEGIN_DECLS

/* Documents for the tests of pdf and pdf-worker. Every descriptor is the caller's and can only
 * read. */

/* A file of tests/data/pdf. */
int ledger_pdf_samples_open (const char *name);
int ledger_pdf_samples_from_bytes (gconstpointer data, gsize length);
/* Puts OBJECTS (bodies; the first is the catalogue) together with a sound cross-reference. */
GString *ledger_pdf_samples_assemble (GPtrArray *objects);

/* COUNT pages of 200 × 100 points, each with a black square of 20 points in its lower left corner.
 */
int ledger_pdf_samples_squares (guint count);
/* A4 with a line in Chinese in a font that is not embedded, so that fonts and poppler-data are
 * read. */
int ledger_pdf_samples_chinese (void);
/* Drawing or inspecting it takes practically for ever: form fields whose kids double at each of 40
 * levels. */
int ledger_pdf_samples_endless_form (void);
/* Three pages, the second of which takes practically for ever to draw: drawings within drawings. */
int ledger_pdf_samples_endless_page (void);
/* Claims a page of 10^9 × 1 points and one without a box. */
int ledger_pdf_samples_odd_sizes (void);

/* Pixels that are not white. */
guint64 ledger_pdf_samples_count_ink (LedgerPdfPixels *pixels);

G_END_DECLS
