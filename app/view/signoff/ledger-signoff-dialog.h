/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The sheet-and-proof of one issue in a window of its own over PARENT, opened from an issue's next
 * button (提交审核, 去审核, 去签批). */
void ledger_signoff_dialog_present (GtkWindow *parent,
                                    LedgerDocument *document,
                                    LedgerSession *session,
                                    const char *issue_id);

G_END_DECLS
