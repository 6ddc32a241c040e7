/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-approval.h"

G_BEGIN_DECLS

/* Who may act where, and what stands against it. */

/* The person at the keyboard as a record's id, or NULL where nobody of the ledger is meant. */
const char *ledger_approval_get_actor (LedgerDocument *document);
/* Who signs at STEP by the claim; NULL where nobody is named. */
const char *
ledger_approval_get_signer (LedgerDocument *document, const char *issue_id, LedgerStep step);
/* Whether the person at the keyboard may sign at STEP now (agree or return): for buttons. */
gboolean
ledger_approval_is_my_turn (LedgerDocument *document, const char *issue_id, LedgerStep step);

/* To which step a return at STEP goes back now: the one before that stands and is asked for. */
LedgerStep
ledger_approval_get_return_step (LedgerDocument *document, const char *issue_id, LedgerStep step);

/* What blocks submitting, with 定位 (LedgerFinding*); empty: nothing. Never NULL. */
GPtrArray *ledger_approval_check_submit (LedgerDocument *document, const char *issue_id);

/* Whether PERSON may act at STEP with DECISION (AGREE or RETURN) now: FALSE with
 * LEDGER_ERROR_REFUSED and the rule as a sentence, NOT_FOUND where there is no such issue. */
gboolean ledger_approval_check (LedgerDocument *document,
                                const char *issue_id,
                                LedgerStep step,
                                LedgerDecision decision,
                                const char *person,
                                GError **error);

G_END_DECLS
