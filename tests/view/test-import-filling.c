/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-filling.h"
#include "ledger-view-test.h"

typedef struct
{
  GtkStringList *rows;
  GtkSliceListModel *slice;
  GtkWindow *window;
} Filled;

static void
add_rows (Filled *filled, guint n)
{
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (filled->rows, "问题");
}

static guint
count_shown (Filled *filled)
{
  return g_list_model_get_n_items (G_LIST_MODEL (filled->slice));
}

static void
open_list (LedgerViewTest *test, Filled *filled, guint n_rows)
{
  GtkWidget *view;

  filled->rows = gtk_string_list_new (NULL);
  add_rows (filled, n_rows);
  filled->slice =
      gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (filled->rows)), 0, G_MAXUINT);
  view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (filled->slice)))),
      gtk_builder_list_item_factory_new_from_bytes (
          NULL, g_bytes_new_static ("<interface/>", strlen ("<interface/>"))));
  filled->window = ledger_view_test_present (test, view);
  ledger_import_filling_begin (filled->slice, view);
}

static void
close_list (Filled *filled)
{
  ledger_view_test_close (filled->window);
  g_object_unref (filled->slice);
  g_object_unref (filled->rows);
}

/* What is seen first is there at once, the rest a few rows a frame. */
static void
test_long (LedgerViewTest *test, gconstpointer data)
{
  Filled filled;
  guint first;

  open_list (test, &filled, 1000);
  first = count_shown (&filled);
  g_assert_cmpuint (first, >, 10);
  g_assert_cmpuint (first, <, 100);
  ledger_view_test_settle ();
  g_assert_cmpuint (count_shown (&filled), ==, 1000);
  close_list (&filled);
}

/* A list that is all there asks for no further frame; what comes later comes bit by bit again. */
static void
test_short (LedgerViewTest *test, gconstpointer data)
{
  GdkFrameClock *clock;
  gint64 counter;
  Filled filled;

  open_list (test, &filled, 5);
  ledger_view_test_settle ();
  g_assert_cmpuint (count_shown (&filled), ==, 5);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (filled.window));
  counter = gdk_frame_clock_get_frame_counter (clock);
  ledger_view_test_settle ();
  g_assert_cmpint (gdk_frame_clock_get_frame_counter (clock), ==, counter);

  add_rows (&filled, 500);
  g_assert_cmpuint (count_shown (&filled), <, 100);
  ledger_view_test_settle ();
  g_assert_cmpuint (count_shown (&filled), ==, 505);
  close_list (&filled);
}

/* Someone wants a row that is not there yet. */
static void
test_finish (LedgerViewTest *test, gconstpointer data)
{
  Filled filled;

  open_list (test, &filled, 1000);
  ledger_import_filling_finish (filled.slice);
  g_assert_cmpuint (count_shown (&filled), ==, 1000);
  close_list (&filled);
}

/* The view goes while rows are still to come. */
static void
test_gone (LedgerViewTest *test, gconstpointer data)
{
  Filled filled;

  open_list (test, &filled, 1000);
  ledger_view_test_close (filled.window);
  add_rows (&filled, 10);
  g_object_unref (filled.slice);
  g_object_unref (filled.rows);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/import-filling/long", test_long);
  ledger_view_test_add ("/import-filling/short", test_short);
  ledger_view_test_add ("/import-filling/finish", test_finish);
  ledger_view_test_add ("/import-filling/gone", test_gone);
  return g_test_run ();
}
