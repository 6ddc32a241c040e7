/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-drop-hint.h"

#include "ledger-popover-room.h"

#define HINT_KEY "ledger-drop-hint"
#define TARGET_CLASS "drop-target"
/* The line stands over the left part of the place: what hangs at the pointer is below it. */
#define HINT_SPAN 160

static void
on_mapped (GtkWidget *hint)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (hint));
  cairo_region_t *nothing = cairo_region_create ();

  gdk_surface_set_input_region (surface, nothing);
  cairo_region_destroy (nothing);
}

static void
on_destroy (GtkWidget *widget)
{
  GtkWidget *hint = g_object_steal_data (G_OBJECT (widget), HINT_KEY);

  if (hint != NULL)
    gtk_widget_unparent (hint);
}

static GtkWidget *
create_hint (GtkWidget *widget)
{
  GtkWidget *hint = gtk_popover_new ();

  gtk_popover_set_autohide (GTK_POPOVER (hint), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (hint), FALSE);
  gtk_widget_add_css_class (hint, "drop-hint");
  gtk_popover_set_position (GTK_POPOVER (hint), GTK_POS_TOP);
  gtk_popover_set_child (GTK_POPOVER (hint), gtk_label_new (NULL));
  gtk_widget_set_can_focus (hint, FALSE);
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_set_parent (hint, widget);
  g_signal_connect (hint, "map", G_CALLBACK (on_mapped), NULL);
  g_object_set_data (G_OBJECT (widget), HINT_KEY, hint);
  g_signal_connect (widget, "destroy", G_CALLBACK (on_destroy), NULL);
  return hint;
}

void
ledger_drop_hint_show (GtkWidget *widget, const char *text, gboolean taken)
{
  GtkWidget *hint = g_object_get_data (G_OBJECT (widget), HINT_KEY);
  const GdkRectangle at = {
    0, 0, MIN (gtk_widget_get_width (widget), HINT_SPAN), gtk_widget_get_height (widget)
  };

  if (hint == NULL)
    hint = create_hint (widget);
  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (hint))), text);
  if (taken)
    gtk_widget_add_css_class (widget, TARGET_CLASS);
  else
    gtk_widget_remove_css_class (widget, TARGET_CLASS);
  gtk_popover_set_pointing_to (GTK_POPOVER (hint), &at);
  gtk_popover_popup (GTK_POPOVER (hint));
  ledger_popover_room_make (hint);
}

void
ledger_drop_hint_hide (GtkWidget *widget)
{
  GtkWidget *hint = g_object_get_data (G_OBJECT (widget), HINT_KEY);

  gtk_widget_remove_css_class (widget, TARGET_CLASS);
  if (hint != NULL)
    gtk_popover_popdown (GTK_POPOVER (hint));
}
