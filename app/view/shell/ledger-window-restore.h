/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* Asks for a backup and, told what that does, puts it in the place of the ledger at PATH, whose
 * file is kept under another name; then opens it. */
void ledger_window_restore (LedgerWindow *window, const char *path);

/* The same once a backup is chosen. Where it fails nothing was replaced, the ledger comes back and
 * it is said why. */
void ledger_window_restore_from (LedgerWindow *window, const char *path, const char *backup);

G_END_DECLS
