/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-workflow.h"

G_BEGIN_DECLS

/* Who knew of whom among the sign-offs of one issue, and the one sequence in which they are folded
 * (LOG 6): an act comes after all that its signer had seen; of acts that do not know each other
 * returns come before withdrawals before agreements, as far as what was seen allows; what is left
 * is decided by how much was seen, step, claimed time and id. The sequence depends on the set
 * alone. Unknown ids in `previous` are left out, so is what claims to have seen itself. */
typedef struct _LedgerSignoffOrder LedgerSignoffOrder;

/* Borrows SIGNOFFS. */
LedgerSignoffOrder *ledger_signoff_order_new (const LedgerSignoffFact *signoffs, guint n);
void ledger_signoff_order_free (LedgerSignoffOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSignoffOrder, ledger_signoff_order_free)

/* Whether the signer of LATER had seen EARLIER, directly or through others (places in SIGNOFFS). */
gboolean ledger_signoff_order_knows (const LedgerSignoffOrder *order, guint later, guint earlier);
/* Whether some sign-offs claim to have seen themselves; they are not in the sequence. */
gboolean ledger_signoff_order_has_circle (const LedgerSignoffOrder *order);
/* Places in SIGNOFFS (guint), in the order of folding. */
GArray *ledger_signoff_order_dup_sequence (const LedgerSignoffOrder *order);

G_END_DECLS
