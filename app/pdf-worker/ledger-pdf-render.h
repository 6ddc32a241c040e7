/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-protocol.h"
#include "ledger-poppler-autoptr.h"

G_BEGIN_DECLS

/* Answers LEDGER_PDF_RENDER: draws into MEMORY, which stays the caller's. */
LedgerPdfStatus
ledger_pdf_render_page (PopplerDocument *document, const LedgerPdfRequest *request, int memory);
/* Answers LEDGER_PDF_SIZES; *WRITTEN counts the sizes. */
LedgerPdfStatus ledger_pdf_render_sizes (PopplerDocument *document,
                                         const LedgerPdfRequest *request,
                                         int memory,
                                         guint32 *written);

G_END_DECLS
