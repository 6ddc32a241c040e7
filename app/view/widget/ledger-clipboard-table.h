/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"
#include "ledger-table-copy.h"

G_BEGIN_DECLS

/* Ctrl+C of rows: text and an HTML table at once, for the chat and for WPS, and the toast that says
 * how many. COPY begins with its heading. FALSE where it holds nothing else. */
gboolean
ledger_clipboard_table_put (GtkWidget *widget, LedgerSession *session, LedgerTableCopy *copy);

G_END_DECLS
