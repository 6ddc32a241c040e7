/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-complaints.h"
#include "ledger-pdf-protocol.h"

G_BEGIN_DECLS

/* Says HELLO with LIMITS on SOCKET and answers requests until the other side closes it. FALSE where
 * the connection broke or something else than a request came. */
gboolean ledger_pdf_server_run (int socket, guint32 limits, LedgerComplaints *complaints);

G_END_DECLS
