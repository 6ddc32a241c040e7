/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows as many of its children, from the first, as the height takes, and none by half: a list on a
 * page that does not scroll. Asks for the height of one. Where they leave room for more, it emits
 * "room" (guint: how many like the last one) after the layout, so that none need be made before it
 * is known to be seen. */
#define LEDGER_TYPE_FITTING_BOX (ledger_fitting_box_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFittingBox, ledger_fitting_box, LEDGER, FITTING_BOX, GtkWidget)

GtkWidget *ledger_fitting_box_new (void);
void ledger_fitting_box_append (LedgerFittingBox *self, GtkWidget *child);
void ledger_fitting_box_clear (LedgerFittingBox *self);

G_END_DECLS
