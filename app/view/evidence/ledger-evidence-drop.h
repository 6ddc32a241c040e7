/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* Makes WIDGET a place where proof is dropped: files from outside, and evidence rows (moved; with
 * Ctrl linked here as well, marked 共用). While something hovers it has the accent frame (style
 * class "drop-target") and one line of text, “归入措施2”, or why it cannot be taken. A single
 * spreadsheet is imported, as anywhere in the window, with an offer to make it proof instead
 * (ledger-dropped-list.h). For any number of calls on one widget: the later replaces the aim (rows
 * of a table are used again for other records).
 *
 * MEASURE_ID NULL: elsewhere on the issue: files become 待归入, evidence rows are refused.
 * ISSUE_ID NULL: nothing is taken here now. */
void ledger_evidence_drop_attach (GtkWidget *widget,
                                  LedgerSession *session,
                                  const char *issue_id,
                                  const char *measure_id);

G_END_DECLS
