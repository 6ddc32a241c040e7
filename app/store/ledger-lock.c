/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-lock.h"

#include "ledger-error.h"
#include "ledger-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whoever only asks takes the lock for a moment: ten tries, 20 ms apart. */
#define TRIES 10
#define TRY_MICROSECONDS 20000

struct _LedgerLock
{
  int descriptor;
  char *path;
};

static char *
lock_path (const char *path)
{
  return g_strconcat (path, "-lock", NULL);
}

/* The file that we locked may have been removed by its last holder in between. */
static gboolean
is_still_there (int descriptor, const char *path)
{
  struct stat held;
  struct stat named;
  return fstat (descriptor, &held) == 0 && stat (path, &named) == 0 && held.st_ino == named.st_ino
         && held.st_dev == named.st_dev;
}

static void
write_holder (int descriptor)
{
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\n%d\n", g_get_real_name (), g_get_host_name (), (int)getpid ());
  if (ftruncate (descriptor, 0) == 0 && pwrite (descriptor, text, strlen (text), 0) < 0)
    g_debug ("the lock file takes no text: %s", g_strerror (errno));
}

static void
set_locked (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *computer = NULL;
  g_autofree char *base = g_path_get_basename (path);
  int pid = 0;
  if (ledger_lock_peek_holder (path, &name, &computer, &pid))
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_LOCKED,
                 _ ("“%s” is in use by %s on %s. Open it for reading, or wait until it is closed "
                    "there."),
                 base,
                 name,
                 computer);
  else
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_LOCKED,
                 _ ("“%s” is in use by another program. Open it for reading, or wait until it is "
                    "closed there."),
                 base);
}

static void
set_refused (const char *path, int number, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean protected = number == EACCES || number == EROFS || number == EPERM;
  g_set_error (
      error,
      LEDGER_ERROR,
      number == ENOSPC ? LEDGER_ERROR_FULL
      : protected      ? LEDGER_ERROR_READ_ONLY
                       : LEDGER_ERROR_FAILED,
      _ ("The folder “%s” takes no files (%s). Open the ledger for reading, or copy it to a "
         "folder of your own."),
      folder,
      g_strerror (number));
}

LedgerLock *
ledger_lock_take (const char *path, GError **error)
{
  g_autofree char *side = lock_path (path);
  for (guint i = 0; i < TRIES; i++)
    {
      int descriptor = open (side, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (descriptor < 0)
        {
          set_refused (path, errno, error);
          return NULL;
        }
      if (flock (descriptor, LOCK_EX | LOCK_NB) == 0 && is_still_there (descriptor, side))
        {
          LedgerLock *self = g_new0 (LedgerLock, 1);
          self->descriptor = descriptor;
          self->path = g_steal_pointer (&side);
          write_holder (descriptor);
          return self;
        }
      close (descriptor);
      g_usleep (TRY_MICROSECONDS);
    }
  set_locked (path, error);
  return NULL;
}

void
ledger_lock_free (LedgerLock *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  close (self->descriptor);
  g_free (self->path);
  g_free (self);
}

/* A descriptor of the side file where somebody holds it, else -1. */
static int
open_held (const char *path)
{
  g_autofree char *side = lock_path (path);
  int descriptor = open (side, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return -1;
  if (flock (descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return descriptor;
  close (descriptor);
  return -1;
}

gboolean
ledger_lock_is_held (const char *path)
{
  int descriptor = open_held (path);
  if (descriptor < 0)
    return FALSE;
  close (descriptor);
  return TRUE;
}

gboolean
ledger_lock_peek_holder (const char *path, char **name, char **computer, int *pid)
{
  int descriptor = open_held (path);
  if (descriptor < 0)
    return FALSE;

  char text[1024];
  gssize length = pread (descriptor, text, sizeof text - 1, 0);
  close (descriptor);
  text[MAX (length, 0)] = '\0';
  g_auto (GStrv) lines = g_strsplit (text, "\n", 4);
  if (g_strv_length (lines) < 3 || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  if (name != NULL)
    *name = g_strdup (lines[0]);
  if (computer != NULL)
    *computer = g_strdup (lines[1]);
  if (pid != NULL)
    *pid = (int)g_ascii_strtoll (lines[2], NULL, 10);
  return TRUE;
}
