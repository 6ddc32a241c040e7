/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* POPOVER was made for one asking: closed, it leaves its parent. Not at once: what was chosen in it
 * is done after the closing, and may take the parent away. */
void ledger_passing_popover_attach (GtkPopover *popover);

G_END_DECLS
