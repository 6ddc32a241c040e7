/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* What a window does for the ledger that it opened for working, in a job with a connection of its
 * own (LOG 15): every hash of the log, the reading, every original is checked; then copies are made
 * as they are due. Opening itself checks no more than that it is a ledger. Damage is told in the
 * strip; where the log or a page is broken, the ledger is shown read-only from then on. */

/* After DELAY seconds, while the window is open and its ledger may be written. */
void ledger_window_care_begin (LedgerWindow *window, guint delay);
/* Whether DAMAGES (LedgerDamage) are more than evidence, which stays local. */
gboolean ledger_window_care_breaks_ledger (const GPtrArray *damages);

G_END_DECLS
