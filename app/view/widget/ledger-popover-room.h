/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be called when something in WIDGET was shown, filled or lengthened: the open popover that
 * WIDGET is or lies in, if any, gets the room for it at once. Newer toolkits (from GTK 4.18) close
 * a popover that they lay out once more before it has got more room. */
void ledger_popover_room_make (GtkWidget *widget);

G_END_DECLS
