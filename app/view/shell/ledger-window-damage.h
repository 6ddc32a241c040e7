/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-opened-file.h"
#include "ledger-window.h"

G_BEGIN_DECLS

/* What a window says about a ledger that is damaged: a sentence in the strip, 查看结果 with a row
 * for each fault, and the way to a backup (actions “damage.show-result”, “damage.restore”). */

/* DAMAGES (LedgerDamage*) were found in the file at PATH, which WINDOW shows. */
void ledger_window_damage_tell (LedgerWindow *window, const char *path, GPtrArray *damages);
/* For a ledger of which REPORT says that it is damaged, and which WINDOW shows read-only or not at
 * all: looks for all that is wrong with the file at PATH. The strip says REPORT and offers a
 * backup, and the result once it is there. */
void ledger_window_damage_examine (LedgerWindow *window, const char *path, const char *report);
/* The same for a person who waits for the result, which then opens. */
void ledger_window_damage_show_result (LedgerWindow *window, const char *path, const char *report);
/* The first by itself once reading the ledger of WINDOW meets what cannot be read. */
void ledger_window_damage_watch (LedgerWindow *window);
/* Asks what to do with a file that could not be opened for WINDOW, for it is damaged: its result, a
 * backup, or, where that can be, reading it all the same. */
void ledger_window_damage_ask (LedgerWindow *window, const LedgerOpenedFile *opened);
/* CANCELLABLE is cancelled when WINDOW goes; the handler of that signal. */
gulong ledger_window_damage_cancel_with (LedgerWindow *window, GCancellable *cancellable);

G_END_DECLS
