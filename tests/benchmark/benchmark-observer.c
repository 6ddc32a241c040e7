/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benchmark-observer.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ENOUGH 0.6
#define LEAST_WIDTH 300
#define LEAST_HEIGHT 200

typedef struct
{
  Display *display;
  int damage_event;
  GHashTable *damages; /* Damage to Window, of mapped candidates */
  gint64 end;
} Observer;

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0; /* windows go while they are looked at */
}

/* User and system, in milliseconds. */
static double
read_cpu (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int)pid);
  g_autofree char *text = NULL;
  const char *rest;
  unsigned long user = 0, system = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (rest = strrchr (text, ')')) == NULL
      || sscanf (rest + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system)
             != 2)
    return 0;
  return (double)(user + system) * 1000.0 / (double)sysconf (_SC_CLK_TCK);
}

static double
read_memory (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int)pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return 0;
  return (double)g_ascii_strtoll (line + 5, NULL, 10) / 1024;
}

static double
read_memory_of_all (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%d/children", (int)pid, (int)pid);
  g_autofree char *text = NULL;
  double sum = read_memory (pid);

  if (g_file_get_contents (path, &text, NULL, NULL))
    {
      g_auto (GStrv) children = g_strsplit (text, " ", -1);

      for (guint i = 0; children[i] != NULL; i++)
        if (*children[i] != '\0')
          sum += read_memory_of_all ((GPid)g_ascii_strtoll (children[i], NULL, 10));
    }
  return sum;
}

/* The window manager may have put its frame around it: every mapped window counts by itself. */
static void
on_mapped (Observer *self, Window window)
{
  XWindowAttributes attributes;

  if (XGetWindowAttributes (self->display, window, &attributes) == 0
      || attributes.width < LEAST_WIDTH || attributes.height < LEAST_HEIGHT)
    return;
  Damage damage = XDamageCreate (self->display, window, XDamageReportRawRectangles);
  g_hash_table_insert (
      self->damages, GSIZE_TO_POINTER ((gsize)damage), GSIZE_TO_POINTER ((gsize)window));
}

static gboolean
is_full (Observer *self, const XDamageNotifyEvent *event)
{
  return g_hash_table_contains (self->damages, GSIZE_TO_POINTER ((gsize)event->damage))
         && event->area.width * event->area.height
                >= ENOUGH * event->geometry.width * event->geometry.height;
}

static gboolean
wait_for_frame (Observer *self)
{
  while (g_get_monotonic_time () < self->end)
    {
      XEvent event;

      if (XPending (self->display) == 0)
        {
          g_usleep (500);
          continue;
        }
      XNextEvent (self->display, &event);
      if (event.type == MapNotify)
        on_mapped (self, event.xmap.window);
      else if (event.type == CreateNotify)
        XSelectInput (self->display, event.xcreatewindow.window, StructureNotifyMask);
      else if (event.type == self->damage_event + XDamageNotify
               && is_full (self, (const XDamageNotifyEvent *)&event))
        return TRUE;
    }
  return FALSE;
}

static void
end_program (GPid pid)
{
  kill (pid, SIGTERM);
  for (guint i = 0; i < 100 && waitpid (pid, NULL, WNOHANG) == 0; i++)
    {
      g_usleep (20000);
      if (i == 50)
        kill (pid, SIGKILL);
    }
}

static gboolean
observe (Observer *self, const char *const *arguments, BenchmarkSight *sight)
{
  gint64 start = g_get_monotonic_time ();
  GPid pid;

  if (!g_spawn_async (NULL,
                      (char **)arguments,
                      NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                          | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL,
                      NULL,
                      &pid,
                      NULL))
    return FALSE;
  gboolean seen = wait_for_frame (self);
  sight->frame = (double)(g_get_monotonic_time () - start) / 1000;
  sight->cpu = read_cpu (pid);
  if (seen)
    g_usleep (500000);
  sight->memory = read_memory_of_all (pid);
  end_program (pid);
  return seen;
}

gboolean
benchmark_observe (const char *const *arguments, guint seconds, BenchmarkSight *sight)
{
  Observer self = { .display = XOpenDisplay (NULL) };
  int error_base;
  gboolean seen = FALSE;

  if (self.display == NULL)
    return FALSE;
  XSetErrorHandler (ignore_error);
  self.damages = g_hash_table_new (NULL, NULL);
  self.end = g_get_monotonic_time () + (gint64)seconds * G_USEC_PER_SEC;
  if (XDamageQueryExtension (self.display, &self.damage_event, &error_base))
    {
      XSelectInput (self.display, DefaultRootWindow (self.display), SubstructureNotifyMask);
      XSync (self.display, False);
      seen = observe (&self, arguments, sight);
    }
  g_hash_table_unref (self.damages);
  XCloseDisplay (self.display);
  return seen;
}
