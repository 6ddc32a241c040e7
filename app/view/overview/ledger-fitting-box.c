/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-fitting-box.h"

struct _LedgerFittingBox
{
  GtkWidget parent_instance;

  guint room;
  guint room_source;
};

G_DEFINE_FINAL_TYPE (LedgerFittingBox, ledger_fitting_box, GTK_TYPE_WIDGET)

enum
{
  ROOM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ledger_fitting_box_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *natural = *minimum;
          return;
        }
    }
}

static gboolean
tell_room (gpointer data)
{
  LedgerFittingBox *self = data;

  self->room_source = 0;
  g_signal_emit (self, signals[ROOM], 0, self->room);
  return G_SOURCE_REMOVE;
}

/* In an idle: nothing may be added while the layout goes on. */
static void
note_room (LedgerFittingBox *self, int left, int row)
{
  self->room = row > 0 && left > 0 ? (guint)(left / row) : 0;
  if (self->room > 0 && self->room_source == 0)
    self->room_source = g_idle_add (tell_room, self);
}

static void
ledger_fitting_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int y = 0, row = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area = { 0, y, width, 0 };
      gboolean fits = y <= height;

      if (fits)
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &area.height, NULL, NULL);
      fits = fits && y + area.height <= height;
      gtk_widget_set_child_visible (child, fits);
      if (fits)
        gtk_widget_size_allocate (child, &area, -1);
      row = area.height;
      y = fits ? y + area.height : height + 1;
    }
  note_room (LEDGER_FITTING_BOX (widget), height - y, row);
}

static void
ledger_fitting_box_dispose (GObject *object)
{
  LedgerFittingBox *self = LEDGER_FITTING_BOX (object);

  g_clear_handle_id (&self->room_source, g_source_remove);
  ledger_fitting_box_clear (self);
  G_OBJECT_CLASS (ledger_fitting_box_parent_class)->dispose (object);
}

static void
ledger_fitting_box_class_init (LedgerFittingBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_fitting_box_dispose;
  widget_class->measure = ledger_fitting_box_measure;
  widget_class->size_allocate = ledger_fitting_box_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  signals[ROOM] = g_signal_new ("room",
                                LEDGER_TYPE_FITTING_BOX,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_UINT);
}

static void
ledger_fitting_box_init (LedgerFittingBox *self)
{
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ledger_fitting_box_new (void)
{
  return g_object_new (LEDGER_TYPE_FITTING_BOX, NULL);
}

void
ledger_fitting_box_append (LedgerFittingBox *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
ledger_fitting_box_clear (LedgerFittingBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
