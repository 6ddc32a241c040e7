/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What Tab and Shift+Tab visit, in the order of the widgets. */

GtkWidget *ledger_tab_order_next (GtkWidget *widget, GtkDirectionType direction);
GtkWidget *ledger_tab_order_outermost (GtkWidget *parent, GtkDirectionType direction);
/* Gives the keyboard to the first of FIRST and its later siblings that has a use for it. */
gboolean ledger_tab_order_from (GtkWidget *first, GtkDirectionType direction);

/* The `focus` of a widget that hands its `grab_focus` on to one part of it. The toolkit takes such
 * a widget for a stop of its own: forward it would jump over all before that part, and backward it
 * would give the keyboard to it again and never get out. */
gboolean ledger_tab_order_through (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
