/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store.h"

G_BEGIN_DECLS

/* Which issues' facts may differ after a record was touched: the issues it belongs to or ever
 * belonged to, for it may have moved or gone; asked of the log, so that its table need not be
 * loaded. Adds ids to ISSUES (a set of owned strings). */
gboolean ledger_affected_issues_add (
    LedgerStore *store, const char *type, const char *id, GHashTable *issues, GError **error);

G_END_DECLS
