/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ledger-sheet-import.h"

G_BEGIN_DECLS

/* One doubt of a reading (需核对), kept apart from the reading: that one is renewed with every
 * change. Does not change. */
#define LEDGER_TYPE_IMPORT_DOUBT (ledger_import_doubt_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportDoubt, ledger_import_doubt, LEDGER, IMPORT_DOUBT, GObject)

LedgerImportDoubt *ledger_import_doubt_new (const LedgerDoubt *doubt);
/* Owned by SELF. */
const LedgerDoubt *ledger_import_doubt_get (LedgerImportDoubt *self);
/* The same doubt in another reading has the same key: kind, row and column. */
gint64 ledger_import_doubt_get_key (LedgerImportDoubt *self);

G_END_DECLS
