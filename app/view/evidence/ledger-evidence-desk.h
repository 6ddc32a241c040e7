/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* What is under way with evidence in one window, kept with its session: the piles that are being
 * added, the evidence whose page is shown, and the actions that the strip and the toasts call
 * (group "attach" of the window: cancel, share, show, unfile).
 *
 * Property: "shown" (string), the evidence whose page is seen, NULL where none is. */
#define LEDGER_TYPE_EVIDENCE_DESK (ledger_evidence_desk_get_type ())
G_DECLARE_FINAL_TYPE (LedgerEvidenceDesk, ledger_evidence_desk, LEDGER, EVIDENCE_DESK, GObject)

/* The one of SESSION, which owns it; made at the first call. */
LedgerEvidenceDesk *ledger_evidence_desk_get (LedgerSession *session);
/* Lets the window that NEAR stands in call the actions. */
void ledger_evidence_desk_join (LedgerEvidenceDesk *self, GtkWidget *near);

const char *ledger_evidence_desk_get_shown (LedgerEvidenceDesk *self);
void ledger_evidence_desk_set_shown (LedgerEvidenceDesk *self, const char *evidence_id);

/* A pile begins and ends; 取消 in the strip cancels all. */
void ledger_evidence_desk_begin (LedgerEvidenceDesk *self, GCancellable *pile);
void ledger_evidence_desk_end (LedgerEvidenceDesk *self, GCancellable *pile);
gboolean ledger_evidence_desk_is_busy (LedgerEvidenceDesk *self);

G_END_DECLS
