/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* What the superior did with a problem, asked in a popover beside its button.
 *
 * 登记销号: when, by whom, and the document where there is one; refused with a sentence while what
 * was signed has changed (R23). */
void ledger_closing_form_open (GtkWidget *parent, LedgerSession *session, const char *issue_id);
/* 登记反弹 of a closed problem: when it was found, and what. */
void
ledger_closing_form_open_rebound (GtkWidget *parent, LedgerSession *session, const char *issue_id);

G_END_DECLS
