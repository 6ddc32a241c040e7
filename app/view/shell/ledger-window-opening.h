/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* How a file becomes the ledger of a window, and what is said where it can only be read (on a stick
 * or a share, written by a newer program) or not at all. ledger_window_open_file() is here too. */

/* Shows the ledger at PATH as it lies there, also a sample; the window has none yet. */
void ledger_window_opening_show (LedgerWindow *window, const char *path);
/* A copy at TO that only its owner reads. */
gboolean ledger_window_opening_copy (const char *from, const char *to, GError **error);
/* Asks for a backup and, told what that does, puts it in the place of the ledger at PATH, whose
 * file is kept under another name; then opens it. */
void ledger_window_opening_restore (LedgerWindow *window, const char *path);
/* Shows DOCUMENT, which is open already, in WINDOW, which has none. */
void ledger_window_opening_take (LedgerWindow *window, LedgerDocument *document);

G_END_DECLS
