/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"

G_BEGIN_DECLS

/* The rows of a list box that show evidence (LedgerEvidenceRow): made, moved and dropped so that
 * those that stay keep focus and selection. */

/* The first N of PROOF (LedgerRecord*), seen from ISSUE_ID; the row of SHOWN (or NULL) is marked.
 */
void ledger_evidence_rows_fill (GtkListBox *rows,
                                LedgerDocument *document,
                                const char *issue_id,
                                GPtrArray *proof,
                                guint n,
                                const char *shown);
/* Marks another one and, once it is laid out, brings it into sight. */
void ledger_evidence_rows_mark (GtkListBox *rows, const char *shown);

G_END_DECLS
