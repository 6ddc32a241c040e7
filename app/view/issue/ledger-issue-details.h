/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The right half of 问题台账: the one selected issue in sections over its next step, or, where
 * several are selected, how many and what can be done to all of them.
 *
 * Signal "next-changed": the blue button is another one (ledger_issue_details_get_next). */
#define LEDGER_TYPE_ISSUE_DETAILS (ledger_issue_details_get_type ())
G_DECLARE_FINAL_TYPE (LedgerIssueDetails, ledger_issue_details, LEDGER, ISSUE_DETAILS, GtkWidget)

/* MENU: of ⋮, the issue's own. */
GtkWidget *
ledger_issue_details_new (LedgerDocument *document, LedgerSession *session, GMenuModel *menu);
/* Action of the blue button, or NULL. */
const char *ledger_issue_details_get_next (LedgerIssueDetails *self);
GtkWidget *ledger_issue_details_get_next_button (LedgerIssueDetails *self);

/* Unfold a section and put the keyboard where something is to be written. */
void ledger_issue_details_start_claim (LedgerIssueDetails *self);
void ledger_issue_details_start_measure (LedgerIssueDetails *self);
void ledger_issue_details_start_note (LedgerIssueDetails *self);
void ledger_issue_details_save_claim (LedgerIssueDetails *self);
void ledger_issue_details_cancel_claim (LedgerIssueDetails *self);
void ledger_issue_details_edit_wording (LedgerIssueDetails *self);
/* The ⋮ of the head: where a popover about the problem points to. */
GtkWidget *ledger_issue_details_get_menu_button (LedgerIssueDetails *self);
/* Checks what stands against submitting and lists it; TRUE where nothing blocks. */
gboolean ledger_issue_details_check (LedgerIssueDetails *self);

G_END_DECLS
