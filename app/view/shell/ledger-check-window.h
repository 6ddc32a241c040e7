/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* 查看结果: what the check of the ledger found, a row for each fault: where it is, and what to do
 * about it. A damaged original is named by its evidence, which can be opened. */
#define LEDGER_TYPE_CHECK_WINDOW (ledger_check_window_get_type ())
G_DECLARE_FINAL_TYPE (LedgerCheckWindow, ledger_check_window, LEDGER, CHECK_WINDOW, AdwWindow)

/* Over PARENT, whose action “damage.restore” it calls. Where the session has no ledger, for it
 * could not be opened at all, nothing can be opened from here. DAMAGES: LedgerDamage*, read at
 * once. */
void
ledger_check_window_present (GtkWindow *parent, LedgerSession *session, const GPtrArray *damages);

G_END_DECLS
