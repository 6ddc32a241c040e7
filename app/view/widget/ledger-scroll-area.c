/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-scroll-area.h"

typedef struct
{
  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
} LedgerScrollAreaPrivate;

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (LedgerScrollArea,
                                  ledger_scroll_area,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (LedgerScrollArea)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static LedgerScrollAreaPrivate *
get_private (LedgerScrollArea *self)
{
  return ledger_scroll_area_get_instance_private (self);
}

static void
on_value_changed (LedgerScrollArea *self)
{
  LEDGER_SCROLL_AREA_GET_CLASS (self)->moved (self);
}

static void
set_adjustment (LedgerScrollArea *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &get_private (self)->adjustments[orientation];

  if (adjustment != NULL && adjustment == *place)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ledger_scroll_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerScrollAreaPrivate *priv = get_private (LEDGER_SCROLL_AREA (object));

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, priv->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, priv->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_scroll_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LedgerScrollArea *self = LEDGER_SCROLL_AREA (object);
  LedgerScrollAreaPrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      priv->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      priv->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_scroll_area_dispose (GObject *object)
{
  LedgerScrollArea *self = LEDGER_SCROLL_AREA (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  G_OBJECT_CLASS (ledger_scroll_area_parent_class)->dispose (object);
}

static void
moved (LedgerScrollArea *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ledger_scroll_area_class_init (LedgerScrollAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ledger_scroll_area_get_property;
  object_class->set_property = ledger_scroll_area_set_property;
  object_class->dispose = ledger_scroll_area_dispose;
  klass->moved = moved;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
ledger_scroll_area_init (LedgerScrollArea *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static double
get_value (LedgerScrollArea *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
set_value (LedgerScrollArea *self, GtkOrientation orientation, double value)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, value);
}

double
ledger_scroll_area_get_left (LedgerScrollArea *self)
{
  return get_value (self, GTK_ORIENTATION_HORIZONTAL);
}

double
ledger_scroll_area_get_top (LedgerScrollArea *self)
{
  return get_value (self, GTK_ORIENTATION_VERTICAL);
}

double
ledger_scroll_area_get_bottom (LedgerScrollArea *self)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? gtk_adjustment_get_upper (adjustment) : 0;
}

void
ledger_scroll_area_set_left (LedgerScrollArea *self, double left)
{
  set_value (self, GTK_ORIENTATION_HORIZONTAL, left);
}

void
ledger_scroll_area_set_top (LedgerScrollArea *self, double top)
{
  set_value (self, GTK_ORIENTATION_VERTICAL, top);
}

void
ledger_scroll_area_reveal (LedgerScrollArea *self, double top, double bottom)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[GTK_ORIENTATION_VERTICAL];

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, top, bottom);
}

void
ledger_scroll_area_configure (LedgerScrollArea *self,
                              GtkOrientation orientation,
                              double value,
                              double extent,
                              double page,
                              double step)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];
  const double upper = MAX (extent, page);

  if (adjustment != NULL)
    gtk_adjustment_configure (
        adjustment, CLAMP (value, 0, upper - page), 0, upper, step, page * 0.9, page);
}
