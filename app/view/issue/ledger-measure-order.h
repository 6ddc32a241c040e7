/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* ROW is dragged among the measures of its issue, and takes another measure before or behind it
 * (upper or lower half); what comes from elsewhere is not taken. The keyboard's way is 上移, 下移.
 * Called again for a row that shows another measure now. */
void ledger_measure_order_attach (GtkWidget *row, LedgerSession *session, const char *measure_id);

G_END_DECLS
