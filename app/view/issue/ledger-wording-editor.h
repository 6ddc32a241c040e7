/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The wording of a problem, edited in its place; what came from a list asks why (R02); Enter there
 * writes, Esc leaves. Signal "finished" when it was written or left. */
#define LEDGER_TYPE_WORDING_EDITOR (ledger_wording_editor_get_type ())
G_DECLARE_FINAL_TYPE (LedgerWordingEditor, ledger_wording_editor, LEDGER, WORDING_EDITOR, GtkWidget)

GtkWidget *ledger_wording_editor_new (LedgerSession *session);
/* Begins anew with the wording of ISSUE_ID; the keyboard goes into it. */
void ledger_wording_editor_start (LedgerWordingEditor *self, const char *issue_id);

G_END_DECLS
