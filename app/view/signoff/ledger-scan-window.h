/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* The signed paper of one sign-off, in a window of its own beside what is being looked at; Esc
 * closes it. */
#define LEDGER_TYPE_SCAN_WINDOW (ledger_scan_window_get_type ())
G_DECLARE_FINAL_TYPE (LedgerScanWindow, ledger_scan_window, LEDGER, SCAN_WINDOW, AdwWindow)

/* Over PARENT, whose ledger SESSION is of. */
void ledger_scan_window_present (GtkWindow *parent, LedgerSession *session, const char *signoff_id);

G_END_DECLS
