/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-statistics.h"

G_BEGIN_DECLS

/* The head of 总览: how long it is until the day of handing in, how much is done, and how much of
 * the time is gone. */
#define LEDGER_TYPE_COMPLETION_PANEL (ledger_completion_panel_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerCompletionPanel, ledger_completion_panel, LEDGER, COMPLETION_PANEL, GtkWidget)

/* COMPLETION: counted by problems or by measures, as DOCUMENT's round is counted. */
void ledger_completion_panel_show (LedgerCompletionPanel *self,
                                   LedgerDocument *document,
                                   const LedgerCompletion *completion);

G_END_DECLS
