/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-plan.h"

G_BEGIN_DECLS

/* “可能是同一问题：1.2.3 …  按更改处理 | 按新增处理” in one line below a new row. Signal "decided"
 * (gboolean as a change), each time one of the two is pressed. */
#define LEDGER_TYPE_IMPORT_OFFER (ledger_import_offer_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportOffer, ledger_import_offer, LEDGER, IMPORT_OFFER, GtkWidget)

GtkWidget *ledger_import_offer_new (void);
void ledger_import_offer_show (LedgerImportOffer *self, const LedgerImportPair *pair);

G_END_DECLS
