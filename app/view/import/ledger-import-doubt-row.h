/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-study.h"

G_BEGIN_DECLS

/* One doubt with what can be said to it: the cell, the sentence, 采用 and 改 (or 不拆 where
 * measures were taken apart; another encoding where the characters are doubtful). */
#define LEDGER_TYPE_IMPORT_DOUBT_ROW (ledger_import_doubt_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerImportDoubtRow, ledger_import_doubt_row, LEDGER, IMPORT_DOUBT_ROW, GtkWidget)

GtkWidget *ledger_import_doubt_row_new (LedgerImportStudy *study);
/* DOUBT may be NULL. Rows are used again. */
void ledger_import_doubt_row_set_doubt (LedgerImportDoubtRow *self, LedgerImportDoubt *doubt);

G_END_DECLS
