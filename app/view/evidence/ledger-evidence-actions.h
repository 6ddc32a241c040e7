/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* What can be done to chosen evidence, as a group of actions (UI §3, context menu Evidence): view,
 * file (of a measure's id), share (the same), edit, export, unlink, delete. Actions that make no
 * sense for what is chosen, or in a ledger open for reading only, are off. */
#define LEDGER_TYPE_EVIDENCE_ACTIONS (ledger_evidence_actions_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerEvidenceActions, ledger_evidence_actions, LEDGER, EVIDENCE_ACTIONS, GObject)

/* OWNER (borrowed, outlives this) is where the form for title and date opens. */
LedgerEvidenceActions *
ledger_evidence_actions_new (GtkWidget *owner, LedgerDocument *document, LedgerSession *session);
GActionGroup *ledger_evidence_actions_get_group (LedgerEvidenceActions *self);
void ledger_evidence_actions_set_issue (LedgerEvidenceActions *self, const char *issue_id);
void ledger_evidence_actions_set_evidence (LedgerEvidenceActions *self,
                                           const char *const *evidence_ids);
/* The context menu for what is chosen; its actions are "evidence.NAME". */
GMenuModel *ledger_evidence_actions_create_menu (LedgerEvidenceActions *self);
/* Files what is chosen to the measure at PLACE (from 1); SHARED: as well. FALSE: there is no such
 * measure, or nothing is chosen. */
gboolean ledger_evidence_actions_file (LedgerEvidenceActions *self, guint place, gboolean shared);

G_END_DECLS
