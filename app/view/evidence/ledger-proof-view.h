/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* All proof of one issue as one continuous scroll, a divider before each file (the sign-off sheet,
 * UI §1 签批): over it a bar “佐证4件 01 02 03 04   2.1.1-02 第3/12页   适宽▾ ⤢” whose numbers jump
 * to their file. Files are opened when they come near, at the pages that are cited first; what
 * cannot be shown has its sentence in its place. Space and Shift+Space go by screens; grabbing the
 * focus gives it to the pages.
 *
 * Properties (notify): "document", "session" (construct-only), "issue-id" (NULL: empty). */
#define LEDGER_TYPE_PROOF_VIEW (ledger_proof_view_get_type ())
G_DECLARE_FINAL_TYPE (LedgerProofView, ledger_proof_view, LEDGER, PROOF_VIEW, GtkWidget)

GtkWidget *ledger_proof_view_new (LedgerDocument *document, LedgerSession *session);
void ledger_proof_view_set_issue (LedgerProofView *self, const char *issue_id);
/* For the actions zoom-in (+1), zoom-out (-1), zoom-reset (0) of a page that holds it. */
void ledger_proof_view_zoom (LedgerProofView *self, int step);

G_END_DECLS
