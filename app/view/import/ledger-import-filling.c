/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-filling.h"

#define FIRST_ROWS 24
#define STEP 6     /* rows a frame */
#define ENOUGH 240 /* more widgets the toolkit never makes */
#define FILLING_KEY "ledger-import-filling"

/* What is left to be removed when the slice is filled or asked anew. */
typedef struct
{
  GtkWidget *view; /* weak */
  guint tick;
} Filling;

static void
filling_free (Filling *filling)
{
  if (filling->view != NULL)
    {
      gtk_widget_remove_tick_callback (filling->view, filling->tick);
      g_object_remove_weak_pointer (G_OBJECT (filling->view), (gpointer *)&filling->view);
    }
  g_free (filling);
}

void
ledger_import_filling_finish (GtkSliceListModel *slice)
{
  g_object_set_data (G_OBJECT (slice), FILLING_KEY, NULL);
  gtk_slice_list_model_set_size (slice, G_MAXUINT);
}

static gboolean
fill (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  GtkSliceListModel *slice = data;
  const guint size = gtk_slice_list_model_get_size (slice);

  if (size < ENOUGH)
    {
      gtk_slice_list_model_set_size (slice, size + STEP);
      return G_SOURCE_CONTINUE;
    }
  ledger_import_filling_finish (slice);
  return G_SOURCE_REMOVE;
}

void
ledger_import_filling_begin (GtkSliceListModel *slice, GtkWidget *view)
{
  Filling *filling = g_new0 (Filling, 1);

  gtk_slice_list_model_set_size (slice, FIRST_ROWS);
  g_set_weak_pointer (&filling->view, view);
  filling->tick = gtk_widget_add_tick_callback (view, fill, g_object_ref (slice), g_object_unref);
  g_object_set_data_full (G_OBJECT (slice), FILLING_KEY, filling, (GDestroyNotify)filling_free);
}

void
ledger_import_filling_begin_at_top (GtkSliceListModel *slice, GtkWidget *view)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (place == NULL || gtk_adjustment_get_value (place) <= 0)
    ledger_import_filling_begin (slice, view);
}
