/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-drag-test.h"

#include <gdk/x11/gdkx.h>

static void
move_by (const char *x, const char *y)
{
  const char *const arguments[] = { "xdotool", "mousemove_relative", "--", x, y, NULL };

  ledger_view_test_run_tool (arguments);
}

static void
press (const char *what)
{
  const char *const arguments[] = { "xdotool", what, "1", NULL };

  ledger_view_test_run_tool (arguments);
}

static GdkContentProvider *
create_content (const char *const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GValue) value = G_VALUE_INIT;

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array ((GFile **)files->pdata, files->len));
  return gdk_content_provider_new_for_value (&value);
}

/* In the lower left corner, above all others. */
static void
place_window (GtkWidget *window)
{
  g_autofree char *xid = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 120, 60);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  ledger_view_test_settle ();
  xid = g_strdup_printf (
      "%lu", (gulong)gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))));
  {
    const char *const place[] = { "xdotool", "windowmove", xid, "0", "640", NULL };
    const char *const raise[] = { "xdotool", "windowraise", xid, NULL };

    ledger_view_test_run_tool (place);
    ledger_view_test_run_tool (raise);
  }
}

GtkWindow *
ledger_drag_test_open_files (LedgerViewTest *test, const char *const *paths)
{
  GtkWidget *window = gtk_window_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GdkContentProvider) content = create_content (paths);

  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_application (GTK_WINDOW (window), test->application);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("文件"));
  place_window (window);
  return GTK_WINDOW (window);
}

void
ledger_drag_test_lift (GtkWidget *source)
{
  ledger_view_test_point (source, 0.5, 0.5);
  press ("mousedown");
  for (guint i = 0; i < 4; i++)
    move_by ("6", "3");
}

void
ledger_drag_test_hover_at (GtkWidget *target, double across, double down)
{
  ledger_view_test_point (target, across, down);
  move_by ("-2", "0");
  move_by ("2", "1");
}

void
ledger_drag_test_hover (GtkWidget *target)
{
  ledger_drag_test_hover_at (target, 0.5, 0.5);
}

void
ledger_drag_test_drop (void)
{
  press ("mouseup");
}

void
ledger_drag_test_drop_files (LedgerViewTest *test, GtkWidget *target, const char *const *paths)
{
  GtkWindow *files = ledger_drag_test_open_files (test, paths);

  ledger_drag_test_lift (GTK_WIDGET (files));
  ledger_drag_test_hover (target);
  ledger_drag_test_drop ();
  gtk_window_destroy (files);
  ledger_view_test_settle ();
}

void
ledger_drag_test_hold (const char *key, gboolean down)
{
  const char *const arguments[] = { "xdotool", down ? "keydown" : "keyup", key, NULL };

  ledger_view_test_run_tool (arguments);
}

void
ledger_drag_test_keep_screen (const char *name)
{
  const char *folder = g_getenv ("ZHENGGAI_PICTURES");
  g_autofree char *file = NULL, *path = NULL;

  if (folder == NULL)
    return;
  g_mkdir_with_parents (folder, 0700);
  file = g_strconcat (name, ".png", NULL);
  path = g_build_filename (folder, file, NULL);
  {
    const char *const arguments[] = { "import", "-window", "root", path, NULL };

    ledger_view_test_run_tool (arguments);
  }
}

/* --- another program --- */

typedef struct
{
  const char *report;
  gboolean done;
} Reception;

static gboolean
on_received (GtkDropTarget *target, const GValue *value, double x, double y, Reception *reception)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (GSList *at = g_value_get_boxed (value); at != NULL; at = at->next)
    g_string_append_printf (lines, "%s\n", g_file_peek_path (at->data));
  g_file_set_contents (reception->report, lines->str, -1, NULL);
  reception->done = TRUE;
  return TRUE;
}

static gboolean
on_patience (gpointer done)
{
  *(gboolean *)done = TRUE;
  return G_SOURCE_REMOVE;
}

int
ledger_drag_test_receive (const char *report)
{
  Reception reception = { report, FALSE };
  GtkWidget *window;
  GtkDropTarget *target;

  gtk_init ();
  window = gtk_window_new ();
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (on_received), &reception);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  place_window (window);
  g_file_set_contents (report, "ready", -1, NULL);
  g_timeout_add_seconds (30, on_patience, &reception.done);
  while (!reception.done)
    g_main_context_iteration (NULL, TRUE);
  ledger_view_test_settle ();
  return 0;
}

void
ledger_drag_test_hover_corner (void)
{
  const char *const arguments[] = { "xdotool", "mousemove", "60", "665", NULL };

  ledger_view_test_run_tool (arguments);
  for (guint i = 0; i < 4; i++)
    move_by (i % 2 == 0 ? "3" : "-3", "0");
}
