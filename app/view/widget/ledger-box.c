/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-box.h"

void
ledger_box_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}
