/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* Asks for a backup and, told what that does, puts it in the place of the ledger at PATH, whose
 * file is kept under another name; then opens it. */
void ledger_window_restore (LedgerWindow *window, const char *path);

G_END_DECLS
