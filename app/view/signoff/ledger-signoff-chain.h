/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"

G_BEGIN_DECLS

/* Who signed an issue before: one entry for each sign-off, in the order of time, with its opinion,
 * on which PC it was made (all that it claims), how it stands today and, where something was
 * changed since, what it said then and says now. */
#define LEDGER_TYPE_SIGNOFF_CHAIN (ledger_signoff_chain_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffChain, ledger_signoff_chain, LEDGER, SIGNOFF_CHAIN, GtkWidget)

GtkWidget *ledger_signoff_chain_new (void);
/* ISSUE_ID NULL: empty. */
void ledger_signoff_chain_show (LedgerSignoffChain *self,
                                LedgerDocument *document,
                                const char *issue_id);

G_END_DECLS
