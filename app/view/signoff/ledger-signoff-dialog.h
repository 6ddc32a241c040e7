/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* The sheet-and-proof of one issue in a window of its own, opened from an issue's next button
 * (提交审核, 去审核, 去签批); it closes once the act is written. Ctrl+Enter agrees,
 * Ctrl+Shift+Enter returns, Esc leaves everything as it is. */
#define LEDGER_TYPE_SIGNOFF_DIALOG (ledger_signoff_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffDialog, ledger_signoff_dialog, LEDGER, SIGNOFF_DIALOG, AdwWindow)

/* Over PARENT, no larger than it. */
void ledger_signoff_dialog_present (GtkWindow *parent,
                                    LedgerDocument *document,
                                    LedgerSession *session,
                                    const char *issue_id);

G_END_DECLS
