/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* “还不能提交”: what stands against submitting, each with 定位. Signal "located" when one was gone
 * to. */
#define LEDGER_TYPE_FINDING_LIST (ledger_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFindingList, ledger_finding_list, LEDGER, FINDING_LIST, GtkWidget)

GtkWidget *ledger_finding_list_new (LedgerSession *session);
/* FINDINGS: LedgerFinding*, borrowed for the call; NULL or empty hides the list. ISSUE_ID: where a
 * finding about anything else than proof is looked up. */
void ledger_finding_list_show (LedgerFindingList *self, GPtrArray *findings, const char *issue_id);

G_END_DECLS
