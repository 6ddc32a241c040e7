/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-field-scan.h"
#include "ledger-store-room.h"

G_BEGIN_DECLS

/* Operations of the past as LedgerOperation; what the floors above ask of them is in
 * ledger-store.h.
 */

/* An empty list that owns its LedgerOperation. */
GPtrArray *ledger_history_list_new (void);
/* The INDEX-th operation of the field that SCAN is at. */
LedgerOperation *
ledger_history_make_operation (LedgerLog *log, LedgerFieldScan *scan, guint index, GError **error);
/* The field's scan, moved to its only field; NULL without ERROR where the log has no operation of
 * it. */
LedgerFieldScan *ledger_history_scan_field (
    LedgerLog *log, const char *type, const char *id, const char *field, GError **error);
/* The local key of the edit with that hash; LEDGER_ERROR_NOT_FOUND where there is none. */
gboolean ledger_history_find_edit (LedgerLog *log, const char *hash, gint64 *key, GError **error);

G_END_DECLS
