/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-progress.h"

G_BEGIN_DECLS

/* Stands in the place of the list while it is read: what is being done, how far it is, and 取消
 * ("page.cancel"). The bar moves to and fro while nobody knows how long it takes. */
#define LEDGER_TYPE_IMPORT_WAITING (ledger_import_waiting_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportWaiting, ledger_import_waiting, LEDGER, IMPORT_WAITING, GtkWidget)

/* Follows PROGRESS; NULL: nothing is waited for, and the bar rests. */
void ledger_import_waiting_watch (LedgerImportWaiting *self, LedgerProgress *progress);

G_END_DECLS
