/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* 撤回: takes one's own last act on the issue back and says so, or says why not. */
void ledger_signoff_withdraw (LedgerSession *session, const char *issue_id);
/* Says TEXT with [撤回] for ISSUE_ID. The button works as long as ROOT (the window) is there,
 * whatever page it shows. */
void ledger_signoff_toast (GtkWidget *root,
                           LedgerSession *session,
                           const char *text,
                           const char *issue_id);

/* The same for the last act of all, where the person at the keyboard can take that back; FALSE, and
 * nothing said, where not. */
gboolean ledger_signoff_toast_last (GtkWidget *root, LedgerSession *session, const char *text);

G_END_DECLS
