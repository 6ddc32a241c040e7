/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-opened-file.h"
#include "ledger-window.h"

G_BEGIN_DECLS

/* How a file becomes the ledger of a window, and what is said where it can only be read (on a stick
 * or a share, written by a newer program) or not at all. It is read on a thread; the window lives,
 * says what it waits for, and Esc gives it up. ledger_window_open_file() is here too. */

/* Shows what was opened before there was a window, at once. Takes OPENED. */
void ledger_window_opening_show (LedgerWindow *window, LedgerOpenedFile *opened);
/* The same when the window has found the time to take down what it shows; where it got a ledger
 * meanwhile, another window. */
void ledger_window_opening_arrive (LedgerWindow *window, LedgerOpenedFile *opened);
/* Copies the ledger at FROM, which WINDOW shows and which lies where it cannot be worked on, to TO
 * and opens that in WINDOW's place, which may not be waiting. Where it fails WINDOW stays, and says
 * why. */
void ledger_window_opening_copy_here (LedgerWindow *window, const char *from, const char *to);
/* Opens the file at PATH for reading, of which REPORT says that it is damaged, here or in a second
 * window. */
void
ledger_window_opening_open_damaged (LedgerWindow *window, const char *path, const char *report);
/* Makes an empty ledger at PATH and opens that, here or in a second window. */
void ledger_window_opening_create (LedgerWindow *window, const char *path);
/* OPENED is what WINDOW shows, now only to be read, for DAMAGES (LedgerDamage) were found in it: a
 * window that says so takes the place of this one. Takes OPENED, which has a document. */
void
ledger_window_opening_replace (LedgerWindow *window, LedgerOpenedFile *opened, GPtrArray *damages);
/* Nobody wants any more what is being opened for WINDOW; FALSE: nothing is. */
gboolean ledger_window_opening_cancel (LedgerWindow *window);

G_END_DECLS
