/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* The rows of the section 佐证 in the details of an issue: 待归入 first, then by number; each says
 * number and title, pages and measure, and why it cannot be shown. A click or Enter opens the page
 * (ledger_session_open_evidence); digits file a row that is 待归入; rows are dragged to measures
 * and out of the program; the context menu and F2 do the rest (UI §3). An empty list says what to
 * do.
 *
 * Properties (notify): "document", "session" (construct-only), "issue-id" (NULL: empty), "n-rows".
 * Files that are dropped on it become evidence of the issue. */
#define LEDGER_TYPE_EVIDENCE_LIST (ledger_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (LedgerEvidenceList, ledger_evidence_list, LEDGER, EVIDENCE_LIST, GtkWidget)

GtkWidget *ledger_evidence_list_new (LedgerDocument *document, LedgerSession *session);
/* Another issue; rows that are the same stay. */
void ledger_evidence_list_set_issue (LedgerEvidenceList *self, const char *issue_id);
guint ledger_evidence_list_get_n_rows (LedgerEvidenceList *self);

G_END_DECLS
