/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store-room.h"

G_BEGIN_DECLS

/* Fields with several distinct head values, of living records, as the operations shown (LOG 5);
 * behind ledger_store_get_conflicts. */
GPtrArray *ledger_log_conflicts_find (LedgerLog *log, LedgerApply *apply, GError **error);

G_END_DECLS
