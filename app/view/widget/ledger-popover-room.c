/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-popover-room.h"

void
ledger_popover_room_make (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL && gtk_widget_get_mapped (popover))
    gtk_popover_present (GTK_POPOVER (popover));
}
