/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-import-doubt.h"

G_BEGIN_DECLS

/* What still has to be looked at (需核对): the doubts of a reading without those that a person has
 * accepted before. GListModel of LedgerImportDoubt, the same for life. */
#define LEDGER_TYPE_IMPORT_DOUBTS (ledger_import_doubts_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportDoubts, ledger_import_doubts, LEDGER, IMPORT_DOUBTS, GObject)

LedgerImportDoubts *ledger_import_doubts_new (void);
/* FOUND (LedgerImportDoubt, or NULL) of another reading takes the place of the last. */
void ledger_import_doubts_set_found (LedgerImportDoubts *self, GPtrArray *found);
/* The doubt is looked at and stays so in later readings, until forgotten. */
void ledger_import_doubts_accept (LedgerImportDoubts *self, LedgerImportDoubt *doubt);
void ledger_import_doubts_accept_all (LedgerImportDoubts *self);
void ledger_import_doubts_forget_accepted (LedgerImportDoubts *self);
/* The doubt about a cell, or NULL; owned by the model. */
LedgerImportDoubt *ledger_import_doubts_find (LedgerImportDoubts *self, guint row, guint column);

G_END_DECLS
