/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-view-test.h"

G_BEGIN_DECLS

/* Dragging with the real pointer: button down, small moves, button up. Between the steps the
 * program lives on, so that a test can look at it in mid-drag. */

/* A small window that stands for the file manager, in the lower left corner of the screen: what is
 * dragged from it are the files at PATHS. */
GtkWindow *ledger_drag_test_open_files (LedgerViewTest *test, const char *const *paths);

/* The button goes down on SOURCE and the pointer moves until the drag has begun. */
void ledger_drag_test_lift (GtkWidget *source);
/* To the middle of TARGET, in small moves; elsewhere in it by parts of its width and height. */
void ledger_drag_test_hover (GtkWidget *target);
void ledger_drag_test_hover_at (GtkWidget *target, double across, double down);
/* The button goes up. */
void ledger_drag_test_drop (void);
/* All at once, from a file manager that is closed again. */
void
ledger_drag_test_drop_files (LedgerViewTest *test, GtkWidget *target, const char *const *paths);

/* Another program, whose main this is: a window in the same corner that takes files; it writes
 * "ready" to REPORT, then the paths it was given, a line each, and ends. */
int ledger_drag_test_receive (const char *report);
/* Over that window. */
void ledger_drag_test_hover_corner (void);

/* Holds a modifier ("ctrl") down, or lets go of it. */
void ledger_drag_test_hold (const char *key, gboolean down);
/* The whole screen as NAME.png in $ZHENGGAI_PICTURES, if that is set: popovers and what hangs at
 * the pointer are windows of their own. */
void ledger_drag_test_keep_screen (const char *name);

G_END_DECLS
