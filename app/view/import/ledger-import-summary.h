/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-form.h"
#include "ledger-import-outcome.h"
#include "ledger-import-study.h"

G_BEGIN_DECLS

/* Beside the list: 新增 更改 未变 保留, what the sheet holds, 需核对, and what is asked. Signals:
 * "fate" (int), a number was pressed; "cell" (guint row, guint column), a doubt was selected;
 * "activate", Enter in the last entry. */
#define LEDGER_TYPE_IMPORT_SUMMARY (ledger_import_summary_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportSummary, ledger_import_summary, LEDGER, IMPORT_SUMMARY, GtkWidget)

/* Once, before it is shown. */
void ledger_import_summary_set_study (LedgerImportSummary *self,
                                      LedgerImportStudy *study,
                                      LedgerImportOutcome *outcome,
                                      LedgerSession *session);
/* Another reading is there. */
void ledger_import_summary_show_reading (LedgerImportSummary *self);
/* Why nothing can be imported; NULL: it can. */
void ledger_import_summary_set_reason (LedgerImportSummary *self, const char *reason);

LedgerImportForm *ledger_import_summary_get_form (LedgerImportSummary *self);
GtkWidget *ledger_import_summary_get_doubts (LedgerImportSummary *self);

G_END_DECLS
