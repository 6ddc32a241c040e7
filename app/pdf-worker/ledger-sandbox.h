/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-protocol.h"

G_BEGIN_DECLS

/* Shuts this process in before it reads a foreign byte (DESIGN 5): the limits of ROLE, all that
 * this system offers. What could not be switched on is left out of the answer (LedgerPdfLimit) and
 * never an error: the diagnostics show it. Cannot be undone. A build with the address sanitizer
 * leaves out the address-space limit, under which it does not start. */
guint32 ledger_sandbox_enter (LedgerPdfRole role);

G_END_DECLS
