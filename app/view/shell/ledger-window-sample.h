/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* The sample ledger is shown as a throw-away copy that goes with its window: nothing that is done
 * to it is kept, wherever it came from. */

/* Makes a sample around today, in a thread, and shows it: here, or in a second window where this
 * one has a ledger already. */
void ledger_window_sample_open (LedgerWindow *window);
/* From the sample to one's own list: a second window with the start page, which takes the list. */
void ledger_window_sample_start_anew (LedgerWindow *window);

G_END_DECLS
