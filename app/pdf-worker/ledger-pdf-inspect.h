/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-complaints.h"
#include "ledger-pdf-protocol.h"
#include "ledger-poppler-autoptr.h"

G_BEGIN_DECLS

/* Opens the document in FD (stays the caller's) and writes verdict and pages into REPLY. NULL where
 * it cannot be shown. */
PopplerDocument *
ledger_pdf_inspect_open (int fd, LedgerComplaints *complaints, LedgerPdfReply *reply);
/* Walks an open document and writes into REPLY what the office should know of it (LedgerPdfFlag).
 * The links of the first 500 pages are looked at. */
void ledger_pdf_inspect_contents (PopplerDocument *document, LedgerPdfReply *reply);

G_END_DECLS
