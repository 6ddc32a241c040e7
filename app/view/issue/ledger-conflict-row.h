/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-conflict.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* One thing to be decided after a merge: “时限有两个值：3月5日（李敏）、3月6日（刘洋）。” with a
 * button for each value, or what was deleted and then changed with 保留 and 仍然删除. Long values
 * stand below one another, the later ones with their difference marked. Choosing is one edit; it is
 * not undone, one chooses again. */
#define LEDGER_TYPE_CONFLICT_ROW (ledger_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (LedgerConflictRow, ledger_conflict_row, LEDGER, CONFLICT_ROW, GtkWidget)

/* Takes CONFLICT. ISSUE_ID is the one in whose details it stands; NULL: elsewhere. */
GtkWidget *
ledger_conflict_row_new (LedgerSession *session, LedgerConflict *conflict, const char *issue_id);
/* Whether it is about that field; FIELD NULL: about that record. */
gboolean ledger_conflict_row_is_about (LedgerConflictRow *self, const char *id, const char *field);

G_END_DECLS
