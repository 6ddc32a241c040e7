/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-statistics.h"
#include "ledger-table-copy.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 逾期与临期: what is late or near due, the latest first, as many rows as there is room for; a row
 * opens its issue. Where nothing is, it says what is due next. */
#define LEDGER_TYPE_LATE_LIST (ledger_late_list_get_type ())
G_DECLARE_FINAL_TYPE (LedgerLateList, ledger_late_list, LEDGER, LATE_LIST, GtkWidget)

/* ISSUES: LedgerIssueFacts*, whatever is counted; those that press are picked from it. */
void
ledger_late_list_set_issues (LedgerLateList *self, LedgerDocument *document, GPtrArray *issues);
/* All of them, for WPS or the chat. */
LedgerTableCopy *ledger_late_list_copy (LedgerLateList *self);

G_END_DECLS
