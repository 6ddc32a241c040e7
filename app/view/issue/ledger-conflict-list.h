/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* What is to be decided about one problem after a merge, a row for each; hidden while there is
 * nothing. */
#define LEDGER_TYPE_CONFLICT_LIST (ledger_conflict_list_get_type ())
G_DECLARE_FINAL_TYPE (LedgerConflictList, ledger_conflict_list, LEDGER, CONFLICT_LIST, GtkWidget)

GtkWidget *ledger_conflict_list_new (LedgerSession *session);
void ledger_conflict_list_show (LedgerConflictList *self, const char *issue_id);
/* 定位: the keyboard goes to the row about that field; FALSE: there is none. */
gboolean ledger_conflict_list_locate (LedgerConflictList *self, const char *id, const char *field);

G_END_DECLS
