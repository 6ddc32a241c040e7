/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ledger-sheet-doubt.h"

G_BEGIN_DECLS

/* A doubt as an item of a list, kept apart from the reading: that one is renewed with every
 * change. Does not change.
 *
 * Properties, for templates: "cell", "text", "proposal" (or NULL), "accept-label" and
 * "change-label" (采用, 改; for pairs 按新增处理, 按更改处理), "changeable": whether there is
 * anything to change. */
#define LEDGER_TYPE_IMPORT_DOUBT (ledger_import_doubt_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportDoubt, ledger_import_doubt, LEDGER, IMPORT_DOUBT, GObject)

LedgerImportDoubt *ledger_import_doubt_new (const LedgerDoubt *doubt);
/* Owned by SELF. */
const LedgerDoubt *ledger_import_doubt_get (LedgerImportDoubt *self);
/* The same doubt in another reading has the same key: kind, row and column. */
gint64 ledger_import_doubt_get_key (LedgerImportDoubt *self);

G_END_DECLS
