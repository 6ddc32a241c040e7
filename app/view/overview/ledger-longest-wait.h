/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"

G_BEGIN_DECLS

/* 等得最久: the problem that has waited longest for a review or an approval, in working days; a
 * click opens it. Invisible where none waits for a day. */
#define LEDGER_TYPE_LONGEST_WAIT (ledger_longest_wait_get_type ())
G_DECLARE_FINAL_TYPE (LedgerLongestWait, ledger_longest_wait, LEDGER, LONGEST_WAIT, GtkWidget)

/* ISSUES: LedgerIssueFacts*, of DOCUMENT. */
void ledger_longest_wait_set_issues (LedgerLongestWait *self,
                                     LedgerDocument *document,
                                     GPtrArray *issues);

G_END_DECLS
