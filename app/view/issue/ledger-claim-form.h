/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who claims one problem: department, lead leader, handler, reviewer; under 更多 the supporting
 * departments and the responsible leader. What the sheet, 分管 and the usual people propose is
 * filled in with its source; what is typed is kept. Signal "changed": something was typed. */
#define LEDGER_TYPE_CLAIM_FORM (ledger_claim_form_get_type ())
G_DECLARE_FINAL_TYPE (LedgerClaimForm, ledger_claim_form, LEDGER, CLAIM_FORM, GtkWidget)

GtkWidget *ledger_claim_form_new (LedgerDocument *document);
/* Shows the claim of ISSUE_ID, unless something was typed that is not written yet. USUAL: whether
 * these people are to become the department's usual ones. */
void ledger_claim_form_show (LedgerClaimForm *self, const char *issue_id, gboolean usual);
/* Forgets what was typed. */
void ledger_claim_form_reset (LedgerClaimForm *self);
gboolean ledger_claim_form_is_changed (LedgerClaimForm *self);
/* The claim as it stands in the form, or NULL with a sentence. */
LedgerEdit *ledger_claim_form_make_edit (LedgerClaimForm *self, GError **error);
/* The keyboard goes to the first thing that is missing. */
void ledger_claim_form_start (LedgerClaimForm *self);
/* To what FIELD of the claim holds. */
void ledger_claim_form_locate (LedgerClaimForm *self, const char *field);

G_END_DECLS
