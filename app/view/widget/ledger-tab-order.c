/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-tab-order.h"

static gboolean
is_forward (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_RIGHT
         || direction == GTK_DIR_DOWN;
}

GtkWidget *
ledger_tab_order_next (GtkWidget *widget, GtkDirectionType direction)
{
  return is_forward (direction) ? gtk_widget_get_next_sibling (widget)
                                : gtk_widget_get_prev_sibling (widget);
}

GtkWidget *
ledger_tab_order_outermost (GtkWidget *parent, GtkDirectionType direction)
{
  return is_forward (direction) ? gtk_widget_get_first_child (parent)
                                : gtk_widget_get_last_child (parent);
}

gboolean
ledger_tab_order_from (GtkWidget *first, GtkDirectionType direction)
{
  for (GtkWidget *at = first; at != NULL; at = ledger_tab_order_next (at, direction))
    if (gtk_widget_get_mapped (at) && gtk_widget_child_focus (at, direction))
      return TRUE;
  return FALSE;
}

gboolean
ledger_tab_order_through (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = ledger_tab_order_outermost (widget, direction);
  return ledger_tab_order_from (child, direction);
}
