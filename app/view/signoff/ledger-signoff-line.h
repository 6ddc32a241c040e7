/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"
#include "ledger-signoff.h"

G_BEGIN_DECLS

/* One sign-off in a chain: who, when, at which step and what; its opinion and on which PC it was
 * made (all that it claims); the scan of the paper, to be looked at; how it stands today and, where
 * something was changed since, what it said then and says now. */
#define LEDGER_TYPE_SIGNOFF_LINE (ledger_signoff_line_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffLine, ledger_signoff_line, LEDGER, SIGNOFF_LINE, GtkWidget)

GtkWidget *ledger_signoff_line_new (LedgerSession *session, LedgerSignoff *signoff);

G_END_DECLS
