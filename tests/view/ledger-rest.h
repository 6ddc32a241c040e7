/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Whether all that answers a person has come to rest: this program's other threads, its child
 * processes (a worker, another window), the X server and the window manager. What sleeps and has
 * not run between two looks can only be woken by the thread that looks: by its own events and
 * timers. A thread that waits for a disk, or for a processor on a busy machine, does not rest. */
typedef struct LedgerRest LedgerRest;

/* The window manager is the process $ZHENGGAI_WINDOW_MANAGER (tests/display.sh). */
LedgerRest *ledger_rest_new (GdkDisplay *display);
void ledger_rest_free (LedgerRest *self);

/* TRUE when all of them sleep, and none has run since the last call. */
gboolean ledger_rest_check (LedgerRest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerRest, ledger_rest_free)

G_END_DECLS
