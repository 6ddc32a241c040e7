/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The keys of UI §3 in one table, from which the window's controllers and the shortcuts window are
 * made. */

/* Adds the controllers. Keys that a text field also knows (Ctrl+C, Delete, Ctrl+Z …) come to the
 * window only where the field leaves them; function keys and page numbers come first. */
void ledger_shortcuts_add_to_window (GtkWidget *window);
/* Transfer none: a window over PARENT, not yet presented. */
GtkWindow *ledger_shortcuts_create_window (GtkWindow *parent);

G_END_DECLS
