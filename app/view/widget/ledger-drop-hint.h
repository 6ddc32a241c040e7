/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* While something is dragged over WIDGET: one line of text over it that says what would happen, or
 * why it cannot be taken; TAKEN frames the widget in the accent colour. The line never gets between
 * the pointer and the place. */
void ledger_drop_hint_show (GtkWidget *widget, const char *text, gboolean taken);
void ledger_drop_hint_hide (GtkWidget *widget);

G_END_DECLS
