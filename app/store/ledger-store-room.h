/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-apply.h"
#include "ledger-log.h"
#include "ledger-store.h"

G_BEGIN_DECLS

/* What the modules of this room see of an open store; nobody above includes it. */
LedgerLog *ledger_store_peek_log (LedgerStore *self);
LedgerApply *ledger_store_peek_apply (LedgerStore *self);
/* FALSE with LEDGER_ERROR_READ_ONLY where the store was opened for reading or is closed. */
gboolean ledger_store_check_writable (LedgerStore *self, GError **error);
/* Reads tip and names again after a rollback. */
void ledger_store_recover (LedgerStore *self);
LedgerUndoGuard ledger_store_peek_undo_guard (LedgerStore *self, gpointer *data);

/* BEGIN unless the caller is in a transaction already; *OWN tells, and is handed to end. */
gboolean ledger_store_enter_read (LedgerStore *self, gboolean *own, GError **error);
void ledger_store_leave_read (LedgerStore *self, gboolean own);

G_END_DECLS
