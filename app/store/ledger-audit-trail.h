/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store-room.h"

G_BEGIN_DECLS

/* An edit's header as 操作记录 shows it, by its local key; NULL with LEDGER_ERROR_NOT_FOUND where
 * there is none. The pages of the trail are in ledger-store.h. */
LedgerLogLine *ledger_audit_trail_read_line (LedgerLog *log, gint64 key, GError **error);

G_END_DECLS
