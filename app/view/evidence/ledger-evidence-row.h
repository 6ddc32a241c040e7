/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"

G_BEGIN_DECLS

/* One evidence in the list: number and title over pages and measure, or over why it cannot be
 * shown; the accent bar where its page is shown now. */
#define LEDGER_TYPE_EVIDENCE_ROW (ledger_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (LedgerEvidenceRow, ledger_evidence_row, LEDGER, EVIDENCE_ROW, GtkListBoxRow)

GtkWidget *ledger_evidence_row_new (const char *evidence_id);
const char *ledger_evidence_row_get_evidence (LedgerEvidenceRow *self);
/* Shows EVIDENCE (the record of the row's id) as seen from ISSUE_ID; MEASURES may be NULL: 待归入.
 */
void ledger_evidence_row_update (LedgerEvidenceRow *self,
                                 LedgerDocument *document,
                                 const char *issue_id,
                                 LedgerRecord *evidence,
                                 const GPtrArray *measures);
/* 待归入, as of the last update. */
gboolean ledger_evidence_row_is_unfiled (LedgerEvidenceRow *self);
gboolean ledger_evidence_row_is_shown (LedgerEvidenceRow *self);
void ledger_evidence_row_set_shown (LedgerEvidenceRow *self, gboolean shown);

G_END_DECLS
