/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-outcome.h"

G_BEGIN_DECLS

/* 导入后: the tree as it will be; where the ledger has something already, what becomes of each row
 * with old and new value; a tick leaves a row out. */
#define LEDGER_TYPE_IMPORT_OUTCOME_VIEW (ledger_import_outcome_view_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerImportOutcomeView, ledger_import_outcome_view, LEDGER, IMPORT_OUTCOME_VIEW, GtkWidget)

/* Once, before it is shown. */
void ledger_import_outcome_view_set_outcome (LedgerImportOutcomeView *self,
                                             LedgerImportOutcome *outcome);
/* Another plan is on its way: its rows will be filled in from the top, unless a person looks
 * farther down. */
void ledger_import_outcome_view_expect (LedgerImportOutcomeView *self);
/* FIRST: nothing is there to compare with; department and deadline are shown instead. */
void ledger_import_outcome_view_set_first (LedgerImportOutcomeView *self, gboolean first);

G_END_DECLS
