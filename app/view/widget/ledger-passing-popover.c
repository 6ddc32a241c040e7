/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-passing-popover.h"

static gboolean
leave (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave, g_object_ref (popover), g_object_unref);
}

void
ledger_passing_popover_attach (GtkPopover *popover)
{
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
}
