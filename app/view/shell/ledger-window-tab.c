/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-tab.h"

#include "ledger-tab-order.h"

/* The list around WIDGET, and the row of it in which it lies; not in a popover, which is left as a
 * whole. */
static GtkWidget *
find_list (GtkWidget *widget, GtkWidget **row)
{
  GtkWidget *below = widget;

  for (GtkWidget *at = widget; at != NULL && !GTK_IS_NATIVE (at); at = gtk_widget_get_parent (at))
    {
      if (GTK_IS_LIST_VIEW (at))
        {
          *row = below != at ? below : NULL;
          return at;
        }
      below = at;
    }
  return NULL;
}

static gboolean
leave (GtkWidget *list, GtkDirectionType direction)
{
  GtkWidget *at = list;

  for (; !GTK_IS_ROOT (at); at = gtk_widget_get_parent (at))
    if (ledger_tab_order_from (ledger_tab_order_next (at, direction), direction))
      return TRUE;
  return ledger_tab_order_from (ledger_tab_order_outermost (at, direction), direction);
}

static gboolean
on_key (GtkEventController *controller, guint key, guint code, GdkModifierType state)
{
  GtkWidget *window = gtk_event_controller_get_widget (controller);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  const GtkDirectionType direction = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK)
                                         ? GTK_DIR_TAB_BACKWARD
                                         : GTK_DIR_TAB_FORWARD;
  GtkWidget *row = NULL;
  GtkWidget *list;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab)
      || state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || focus == NULL)
    return FALSE;
  list = find_list (focus, &row);
  if (list == NULL)
    return FALSE;
  if (row != NULL && gtk_widget_child_focus (row, direction))
    return TRUE;
  return leave (list, direction);
}

void
ledger_window_tab_attach (GtkWidget *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), NULL);
  gtk_widget_add_controller (window, keys);
}
