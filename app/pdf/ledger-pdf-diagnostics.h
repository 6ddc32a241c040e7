/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-protocol.h"

G_BEGIN_DECLS

/* Starts a worker of ROLE and asks which limits it could switch on (LedgerPdfLimit). LOG (may be
 * NULL) receives what it printed, usually "". Blocks for some 10 ms: not for the main thread of a
 * window. LEDGER_ERROR_FAILED where no worker can be started. */
gboolean
ledger_pdf_diagnostics_probe (LedgerPdfRole role, guint32 *limits, char **log, GError **error);
/* A line for each limit, "on" or "off" in people's words, in the order of the bits. */
GStrv ledger_pdf_diagnostics_describe (guint32 limits);

G_END_DECLS
