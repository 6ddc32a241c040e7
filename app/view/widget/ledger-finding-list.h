/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-completeness.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands against submitting, one line each with 定位 (UI §4): hidden while there is nothing.
 *
 * Signal "located" (const char *type, const char *id, const char *field). */
#define LEDGER_TYPE_FINDING_LIST (ledger_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFindingList, ledger_finding_list, LEDGER, FINDING_LIST, GtkWidget)

/* FINDINGS: LedgerFinding*, borrowed for the call; NULL or without a blocking one: hides. TRUE
 * where something blocks. */
gboolean ledger_finding_list_show (LedgerFindingList *self, GPtrArray *findings);

G_END_DECLS
