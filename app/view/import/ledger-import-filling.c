/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-filling.h"

#define FIRST_ROWS 12
#define STEP 6     /* rows a frame */
#define ENOUGH 240 /* more widgets the toolkit never makes */
#define FILLING_KEY "ledger-import-filling"

/* Goes with the slice: removed when it is filled or asked anew. */
typedef struct
{
  GtkSliceListModel *slice; /* has this */
  GListModel *rows;
  GtkWidget *view; /* weak */
  guint tick;      /* 0: all the rows there are have been let through */
} Filling;

static void
stop (Filling *filling)
{
  if (filling->tick != 0 && filling->view != NULL)
    gtk_widget_remove_tick_callback (filling->view, filling->tick);
  filling->tick = 0;
}

static gboolean
is_waiting (Filling *filling)
{
  return g_list_model_get_n_items (filling->rows) > gtk_slice_list_model_get_size (filling->slice);
}

static gboolean
fill (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  Filling *filling = data;
  const guint size = gtk_slice_list_model_get_size (filling->slice);

  if (size >= ENOUGH)
    {
      ledger_import_filling_finish (filling->slice);
      return G_SOURCE_CONTINUE; /* removed with the filling */
    }
  gtk_slice_list_model_set_size (filling->slice, size + STEP);
  if (!is_waiting (filling))
    stop (filling);
  return G_SOURCE_CONTINUE;
}

/* A tick without a row to add would keep the window painting for nothing. */
static void
on_rows (Filling *filling)
{
  if (filling->tick == 0 && filling->view != NULL && is_waiting (filling))
    filling->tick = gtk_widget_add_tick_callback (filling->view, fill, filling, NULL);
}

static void
filling_free (Filling *filling)
{
  stop (filling);
  g_signal_handlers_disconnect_by_data (filling->rows, filling);
  g_object_unref (filling->rows);
  g_clear_weak_pointer (&filling->view);
  g_free (filling);
}

void
ledger_import_filling_finish (GtkSliceListModel *slice)
{
  g_object_set_data (G_OBJECT (slice), FILLING_KEY, NULL);
  gtk_slice_list_model_set_size (slice, G_MAXUINT);
}

void
ledger_import_filling_begin (GtkSliceListModel *slice, GtkWidget *view)
{
  Filling *filling = g_new0 (Filling, 1);

  gtk_slice_list_model_set_size (slice, FIRST_ROWS);
  filling->slice = slice;
  filling->rows = g_object_ref (gtk_slice_list_model_get_model (slice));
  g_set_weak_pointer (&filling->view, view);
  g_signal_connect_swapped (filling->rows, "items-changed", G_CALLBACK (on_rows), filling);
  g_object_set_data_full (G_OBJECT (slice), FILLING_KEY, filling, (GDestroyNotify)filling_free);
  on_rows (filling);
}

void
ledger_import_filling_begin_at_top (GtkSliceListModel *slice, GtkWidget *view)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (place == NULL || gtk_adjustment_get_value (place) <= 0)
    ledger_import_filling_begin (slice, view);
}
