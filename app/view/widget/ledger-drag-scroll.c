/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-drag-scroll.h"

#define EDGE 36.0
#define STEP 12.0
#define PERIOD 30

typedef struct
{
  GtkScrolledWindow *scrolled; /* owns this */
  double step;
  guint source;
} DragScroll;

static void
drag_scroll_free (gpointer data)
{
  DragScroll *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

static gboolean
on_time (gpointer data)
{
  DragScroll *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  const double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + self->step);
  if (gtk_adjustment_get_value (adjustment) != before)
    return G_SOURCE_CONTINUE;
  self->source = 0; /* at the end */
  return G_SOURCE_REMOVE;
}

static void
on_leave (GtkDropControllerMotion *controller, DragScroll *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
}

static void
on_motion (GtkDropControllerMotion *controller, double x, double y, DragScroll *self)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self->scrolled));

  if (y >= EDGE && y <= height - EDGE)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      return;
    }
  self->step = y < EDGE ? -STEP : STEP;
  if (self->source == 0)
    self->source = g_timeout_add (PERIOD, on_time, self);
}

void
ledger_drag_scroll_attach (GtkScrolledWindow *scrolled)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  DragScroll *self = g_new0 (DragScroll, 1);

  self->scrolled = scrolled;
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), motion);
  g_object_set_data_full (G_OBJECT (scrolled), "ledger-drag-scroll", self, drag_scroll_free);
}
