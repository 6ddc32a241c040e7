/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* The F6 ring: header, pages, the page's navigator, the strip and the panes of the page shown, in
 * that order. Adds "win.next-pane" and "win.previous-pane", which move the keyboard into the next
 * one that takes it. */
void ledger_window_panes_add_actions (LedgerWindow *window);

G_END_DECLS
