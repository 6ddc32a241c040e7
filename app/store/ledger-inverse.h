/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store-room.h"

G_BEGIN_DECLS

/* The edit of KIND (undo or redo) that turns back EDIT, a local key (LOG 8). NULL with
 * LEDGER_ERROR_REFUSED and the reason, which names the record, where something stands on it: a
 * later value, something living below what it made, a signature (the store's guard), a settled
 * conflict, a record that lasts. Whoever asks is in a transaction. */
LedgerEdit *
ledger_inverse_make (LedgerStore *self, gint64 edit, LedgerEditKind kind, GError **error);

G_END_DECLS
