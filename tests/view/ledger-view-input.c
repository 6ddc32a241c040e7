/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real keys and the real pointer, for ledger-view-test.h. */
#include "ledger-view-test.h"

#include <gdk/x11/gdkx.h>

void
ledger_view_test_run_tool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  /* Descriptors inherited: else the whole program is copied to close them, which takes a sanitized
   * one 20 ms. */
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_INHERIT_FDS, &error);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  ledger_view_test_settle ();
}

/* Asked again and again: a request that comes before the window manager has seen the window is
 * lost. */
static void
activate (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *xid = g_strdup_printf ("%lu", (gulong)gdk_x11_surface_get_xid (surface));
  const char *const arguments[] = { "xdotool", "windowactivate", xid, NULL };

  for (guint i = 0; i < 20 && !gtk_window_is_active (window); i++)
    {
      ledger_view_test_run_tool (arguments);
      g_usleep (i * 10000);
      ledger_view_test_settle ();
    }
  g_assert_true (gtk_window_is_active (window));
}

void
ledger_view_test_key (GtkWindow *window, const char *keys)
{
  const char *const arguments[] = { "xdotool", "key", "--clearmodifiers", keys, NULL };

  activate (window);
  ledger_view_test_run_tool (arguments);
}

void
ledger_view_test_type (GtkWindow *window, const char *text)
{
  const char *const arguments[] = { "xdotool", "type", "--delay", "20", text, NULL };

  activate (window);
  ledger_view_test_run_tool (arguments);
}

/* Where a point of WIDGET is inside its X window, in parts of its size. A popover is a window of
 * its own. */
static char *
place_of (GtkWidget *widget, double across, double down, char **xid, char **y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double left, top, middle_x, middle_y;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (gtk_widget_translate_coordinates (widget,
                                                   GTK_WIDGET (native),
                                                   gtk_widget_get_width (widget) * across,
                                                   gtk_widget_get_height (widget) * down,
                                                   &middle_x,
                                                   &middle_y));
  *xid = g_strdup_printf ("%lu", (gulong)gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
  *y = g_strdup_printf ("%d", (int)(top + middle_y));
  return g_strdup_printf ("%d", (int)(left + middle_x));
}

static void
click (GtkWidget *widget, const char *times)
{
  g_autofree char *xid = NULL, *y = NULL;
  g_autofree char *x = NULL;

  g_assert_true (gtk_widget_get_mapped (widget));
  activate (GTK_WINDOW (gtk_widget_get_root (widget)));
  x = place_of (widget, 0.5, 0.5, &xid, &y);
  {
    const char *const arguments[] = { "xdotool",  "mousemove", "--window", xid,  x,   y,   "click",
                                      "--repeat", times,       "--delay",  "60", "1", NULL };

    ledger_view_test_run_tool (arguments);
  }
}

void
ledger_view_test_point (GtkWidget *widget, double across, double down)
{
  g_autofree char *xid = NULL, *y = NULL;
  g_autofree char *x = place_of (widget, across, down, &xid, &y);
  const char *const arguments[] = { "xdotool", "mousemove", "--window", xid, x, y, NULL };

  g_assert_true (gtk_widget_get_mapped (widget));
  ledger_view_test_run_tool (arguments);
}

void
ledger_view_test_click (GtkWidget *widget)
{
  click (widget, "1");
}

void
ledger_view_test_double_click (GtkWidget *widget)
{
  click (widget, "2");
}
