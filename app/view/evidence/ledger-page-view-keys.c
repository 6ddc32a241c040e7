/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-view-private.h"

/* Of a screen stays in sight, so that no line is lost between two. */
#define OVERLAP 36.0
#define STEP 48.0

static gboolean
scroll_by (LedgerPageView *self, double distance)
{
  ledger_scroll_area_set_top (LEDGER_SCROLL_AREA (self),
                              ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self)) + distance);
  return TRUE;
}

static gboolean
on_screen (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  const double screen = MAX (gtk_widget_get_height (widget) - OVERLAP, OVERLAP);

  return scroll_by (LEDGER_PAGE_VIEW (widget), g_variant_get_int32 (arguments) * screen);
}

static gboolean
on_step (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return scroll_by (LEDGER_PAGE_VIEW (widget), g_variant_get_int32 (arguments) * STEP);
}

/* One page on or back, over the ends of files. */
static gboolean
on_page (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LedgerPageView *self = LEDGER_PAGE_VIEW (widget);
  const int step = g_variant_get_int32 (arguments);
  const double top = ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self));
  guint index;

  if (self->layout == NULL)
    return FALSE;
  index = ledger_page_layout_find (self->layout, top + LEDGER_PAGE_GAP + 1);
  while ((step > 0 && ++index < ledger_page_layout_get_n (self->layout))
         || (step < 0 && index-- > 0))
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, index);

      if (block->kind == LEDGER_PAGE_BLOCK_DIVIDER)
        continue;
      ledger_page_view_go_to (self, block->file, block->page + 1);
      return TRUE;
    }
  return TRUE;
}

static gboolean
on_end (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LedgerPageView *self = LEDGER_PAGE_VIEW (widget);

  ledger_scroll_area_set_top (LEDGER_SCROLL_AREA (self),
                              g_variant_get_int32 (arguments) > 0
                                  ? ledger_scroll_area_get_bottom (LEDGER_SCROLL_AREA (self))
                                  : 0);
  return TRUE;
}

static gboolean
on_zoom (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ledger_page_view_zoom (LEDGER_PAGE_VIEW (widget), g_variant_get_int32 (arguments));
  return TRUE;
}

void
ledger_page_view_add_keys (GtkWidgetClass *klass)
{
  const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
    int argument;
  } keys[] = {
    { GDK_KEY_space, 0, on_screen, 1 },
    { GDK_KEY_Page_Down, 0, on_screen, 1 },
    { GDK_KEY_KP_Page_Down, 0, on_screen, 1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, on_screen, -1 },
    { GDK_KEY_Page_Up, 0, on_screen, -1 },
    { GDK_KEY_KP_Page_Up, 0, on_screen, -1 },
    { GDK_KEY_Down, 0, on_step, 1 },
    { GDK_KEY_Up, 0, on_step, -1 },
    { GDK_KEY_Right, 0, on_page, 1 },
    { GDK_KEY_Left, 0, on_page, -1 },
    { GDK_KEY_End, 0, on_end, 1 },
    { GDK_KEY_KP_End, 0, on_end, 1 },
    { GDK_KEY_Home, 0, on_end, -1 },
    { GDK_KEY_KP_Home, 0, on_end, -1 },
    { GDK_KEY_plus, GDK_CONTROL_MASK, on_zoom, 1 },
    { GDK_KEY_equal, GDK_CONTROL_MASK, on_zoom, 1 },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, on_zoom, 1 },
    { GDK_KEY_minus, GDK_CONTROL_MASK, on_zoom, -1 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, on_zoom, -1 },
    { GDK_KEY_0, GDK_CONTROL_MASK, on_zoom, 0 },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, on_zoom, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (
        klass, keys[i].key, keys[i].modifiers, keys[i].func, "i", keys[i].argument);
}

static gboolean
on_wheel (GtkEventControllerScroll *controller, double dx, double dy, LedgerPageView *self)
{
  const GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  ledger_page_view_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, LedgerPageView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
ledger_page_view_add_controllers (LedgerPageView *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (wheel, "scroll", G_CALLBACK (on_wheel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
