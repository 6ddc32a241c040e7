/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* 撤销 and 重做 of the window: actions "win.undo" and "win.redo", the toast that says what was
 * undone and offers the way back, and the two buttons of the header, which name the next step. */
void ledger_window_undo_add_actions (LedgerWindow *window);
/* After the ledger, or what its log offers, is another one. */
void ledger_window_undo_update (LedgerWindow *window);

G_END_DECLS
