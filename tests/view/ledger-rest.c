/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* gettid, ucred */
#include "ledger-rest.h"

#include <fcntl.h>
#include <gdk/x11/gdkx.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct LedgerRest
{
  pid_t server;  /* 0: not known */
  pid_t manager; /* 0: none */
  guint64 ran;   /* nanoseconds of all at the last look; 0: one of them was awake */
};

/* The thread that looks is awake. */
typedef struct
{
  pid_t self;
  gboolean awake;
  guint64 ran;
} Look;

static pid_t
find_server (GdkDisplay *display)
{
  const int fd = ConnectionNumber (gdk_x11_display_get_xdisplay (display));
  struct ucred peer;
  socklen_t size = sizeof peer;

  return getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 ? peer.pid : 0;
}

LedgerRest *
ledger_rest_new (GdkDisplay *display)
{
  LedgerRest *self = g_new0 (LedgerRest, 1);
  const char *manager = g_getenv ("ZHENGGAI_WINDOW_MANAGER");

  self->server = find_server (display);
  self->manager = manager != NULL ? (pid_t)g_ascii_strtoll (manager, NULL, 10) : 0;
  return self;
}

void
ledger_rest_free (LedgerRest *self)
{
  g_free (self);
}

/* A file of /proc is read at one blow; FALSE: gone meanwhile. */
static gboolean
read_file (const char *path, char *text, gsize size)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC);
  gssize n;

  if (fd < 0)
    return FALSE;
  n = read (fd, text, size - 1);
  close (fd);
  text[MAX (n, 0)] = '\0';
  return n > 0;
}

static void look_at_process (Look *look, pid_t process);

static void
look_at_thread (Look *look, const char *folder)
{
  char path[96], text[512];
  const char *name_end;

  g_snprintf (path, sizeof path, "%s/stat", folder);
  if (!read_file (path, text, sizeof text) || (name_end = strrchr (text, ')')) == NULL)
    return;
  look->awake |= strchr ("RD", name_end[2]) != NULL;
  g_snprintf (path, sizeof path, "%s/schedstat", folder);
  if (read_file (path, text, sizeof text))
    look->ran += g_ascii_strtoull (text, NULL, 10);
}

static void
look_at_children (Look *look, const char *folder)
{
  char path[96], text[512];
  char *at = text;

  g_snprintf (path, sizeof path, "%s/children", folder);
  if (!read_file (path, text, sizeof text))
    return;
  for (;;)
    {
      const gint64 child = g_ascii_strtoll (at, &at, 10);

      if (child == 0)
        return;
      look_at_process (look, (pid_t)child);
    }
}

static void
look_at_process (Look *look, pid_t process)
{
  char folder[64];
  g_autoptr (GDir) threads = NULL;
  const char *name;

  g_snprintf (folder, sizeof folder, "/proc/%d/task", (int)process);
  threads = g_dir_open (folder, 0, NULL);
  while (threads != NULL && (name = g_dir_read_name (threads)) != NULL)
    {
      char thread[96];

      g_snprintf (thread, sizeof thread, "%s/%s", folder, name);
      if (g_ascii_strtoll (name, NULL, 10) != look->self)
        look_at_thread (look, thread);
      look_at_children (look, thread);
    }
}

gboolean
ledger_rest_check (LedgerRest *self)
{
  Look look = { gettid (), FALSE, 1 };
  gboolean still;

  look_at_process (&look, getpid ());
  if (self->server != 0)
    look_at_process (&look, self->server);
  if (self->manager != 0)
    look_at_process (&look, self->manager);
  still = !look.awake && look.ran == self->ran;
  self->ran = look.awake ? 0 : look.ran;
  return still;
}
