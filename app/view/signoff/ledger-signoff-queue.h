/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"

G_BEGIN_DECLS

/* The sidebar's lower half of 签批: what waits for the person at the keyboard with its waiting
 * working days, the oldest first. Signal "chosen" (const char *issue_id) by click or Enter. */
#define LEDGER_TYPE_SIGNOFF_QUEUE (ledger_signoff_queue_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffQueue, ledger_signoff_queue, LEDGER, SIGNOFF_QUEUE, GtkWidget)

GtkWidget *ledger_signoff_queue_new (void);
/* ITEMS: LedgerApprovalItem*, borrowed for the call. */
void
ledger_signoff_queue_show (LedgerSignoffQueue *self, LedgerDocument *document, GPtrArray *items);
/* Marks the issue shown, or none. */
void ledger_signoff_queue_select (LedgerSignoffQueue *self, const char *issue_id);

G_END_DECLS
