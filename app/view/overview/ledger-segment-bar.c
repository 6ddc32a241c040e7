/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-segment-bar.h"

struct _LedgerSegmentBar
{
  GtkWidget parent_instance;

  GArray *values; /* guint, one for each child */
  guint scale;
};

G_DEFINE_FINAL_TYPE (LedgerSegmentBar, ledger_segment_bar, GTK_TYPE_WIDGET)

static void
drop_parts (LedgerSegmentBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->values, 0);
}

static int
get_minimum (GtkWidget *child, GtkOrientation orientation)
{
  int minimum;

  gtk_widget_measure (child, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
ledger_segment_bar_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const int size = get_minimum (child, orientation);

      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? *minimum + size : MAX (*minimum, size);
    }
  *natural = *minimum;
}

/* Every part gets what its number needs; the rest of the bar is shared by value. */
static void
ledger_segment_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LedgerSegmentBar *self = LEDGER_SEGMENT_BAR (widget);
  int needed = 0;
  double at = 0, rest;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    needed += get_minimum (child, GTK_ORIENTATION_HORIZONTAL);
  rest = MAX (width - needed, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const double size = get_minimum (child, GTK_ORIENTATION_HORIZONTAL)
                          + rest * g_array_index (self->values, guint, i++) / MAX (self->scale, 1);
      const int left = (int)at;
      const int right = (int)(at + size);
      GtkAllocation area = { left, 0, MAX (right - left, 0), height };

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        area.x = width - right;
      gtk_widget_size_allocate (child, &area, -1);
      at += size;
    }
}

static void
ledger_segment_bar_dispose (GObject *object)
{
  drop_parts (LEDGER_SEGMENT_BAR (object));
  G_OBJECT_CLASS (ledger_segment_bar_parent_class)->dispose (object);
}

static void
ledger_segment_bar_finalize (GObject *object)
{
  g_array_unref (LEDGER_SEGMENT_BAR (object)->values);
  G_OBJECT_CLASS (ledger_segment_bar_parent_class)->finalize (object);
}

static void
ledger_segment_bar_class_init (LedgerSegmentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_segment_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_segment_bar_finalize;
  widget_class->measure = ledger_segment_bar_measure;
  widget_class->size_allocate = ledger_segment_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "segmentbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ledger_segment_bar_init (LedgerSegmentBar *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
ledger_segment_bar_new (void)
{
  return g_object_new (LEDGER_TYPE_SEGMENT_BAR, NULL);
}

void
ledger_segment_bar_set_parts (LedgerSegmentBar *self,
                              const LedgerChartPart *parts,
                              guint n,
                              guint scale)
{
  guint sum = 0;

  drop_parts (self);
  for (guint i = 0; i < n; i++)
    if (parts[i].value > 0)
      {
        GtkWidget *mark = ledger_chart_mark_new_part (&parts[i]);

        gtk_widget_set_parent (ledger_chart_mark_wrap (mark, &parts[i]), GTK_WIDGET (self));
        g_array_append_val (self->values, parts[i].value);
        sum += parts[i].value;
      }
    else if (parts[i].target != NULL)
      g_variant_unref (g_variant_ref_sink (parts[i].target));
  self->scale = MAX (scale, sum);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
