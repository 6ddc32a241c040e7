/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-study.h"

G_BEGIN_DECLS

/* 需核对: every doubt of the reading at once. A row that is selected tells its cell; 采用 keeps the
 * proposal, 改 edits in place. Signal "cell" (guint row, guint column). */
#define LEDGER_TYPE_IMPORT_DOUBT_LIST (ledger_import_doubt_list_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerImportDoubtList, ledger_import_doubt_list, LEDGER, IMPORT_DOUBT_LIST, GtkWidget)

/* Once, before it is shown. */
void ledger_import_doubt_list_set_study (LedgerImportDoubtList *self, LedgerImportStudy *study);

G_END_DECLS
