/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* Who signed an issue before: one LedgerSignoffLine for each sign-off, in the order of time. Used
 * wherever a chain is shown: on the sheet and in the details of an issue. */
#define LEDGER_TYPE_SIGNOFF_CHAIN (ledger_signoff_chain_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffChain, ledger_signoff_chain, LEDGER, SIGNOFF_CHAIN, GtkWidget)

GtkWidget *ledger_signoff_chain_new (void);
/* ISSUE_ID NULL: empty. Gives the number of lines. */
guint
ledger_signoff_chain_show (LedgerSignoffChain *self, LedgerSession *session, const char *issue_id);

G_END_DECLS
