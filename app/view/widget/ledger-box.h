/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes all children out of BOX, a GtkBox that is filled anew. */
void ledger_box_clear (GtkWidget *box);

G_END_DECLS
