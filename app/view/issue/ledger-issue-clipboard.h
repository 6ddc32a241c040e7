/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* Ctrl+C: the selected problems with their column titles, as text and as an HTML table for WPS, and
 * a toast that says how many. FALSE: nothing is selected. */
gboolean ledger_issue_clipboard_copy (GtkWidget *widget, LedgerSession *session);

G_END_DECLS
