/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_TMPFILE */
#include "ledger-private-file.h"

#include "ledger-error.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _LedgerPrivateFile
{
  int fd;
  guint64 size;
};

static void
set_errno_error (GError **error, int code)
{
  if (code == ENOSPC || code == EDQUOT)
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_FULL,
                         _ ("The disk is full, the file could not be opened. Clear some space and "
                            "try again."));
  else
    g_set_error (
        error,
        LEDGER_ERROR,
        LEDGER_ERROR_FAILED,
        _ ("The file could not be prepared for showing (%s). Export the original instead."),
        g_strerror (code));
}

/* Some file systems know no O_TMPFILE: there the name lives for a moment only. */
static int
open_unnamed (const char *folder)
{
  g_autofree char *template = NULL;
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    return fd;
  template = g_build_filename (folder, "zhenggai-XXXXXX", NULL);
  fd = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    g_unlink (template);
  return fd;
}

static int
open_in_cache (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "zhenggai", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  return open_unnamed (folder);
}

LedgerPrivateFile *
ledger_private_file_new (GError **error)
{
  LedgerPrivateFile *file;
  int fd = open_in_cache ();

  if (fd < 0)
    fd = open_unnamed (g_get_tmp_dir ());
  if (fd < 0)
    {
      set_errno_error (error, errno);
      return NULL;
    }
  file = g_new0 (LedgerPrivateFile, 1);
  file->fd = fd;
  return file;
}

void
ledger_private_file_free (LedgerPrivateFile *file)
{
  if (file == NULL)
    return;
  close (file->fd);
  g_free (file);
}

gboolean
ledger_private_file_write (LedgerPrivateFile *file,
                           gconstpointer data,
                           gsize length,
                           GError **error)
{
  const char *bytes = data;

  g_return_val_if_fail (file != NULL, FALSE);
  while (length > 0)
    {
      gssize written = pwrite (file->fd, bytes, length, (off_t)file->size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          set_errno_error (error, written < 0 ? errno : EIO);
          return FALSE;
        }
      bytes += written;
      length -= (gsize)written;
      file->size += (guint64)written;
    }
  return TRUE;
}

int
ledger_private_file_open_reading (LedgerPrivateFile *file, GError **error)
{
  g_autofree char *path = NULL;
  int fd;

  g_return_val_if_fail (file != NULL, -1);
  /* dup() would share the right to write and the position. */
  path = g_strdup_printf ("/proc/self/fd/%d", file->fd);
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    set_errno_error (error, errno);
  return fd;
}
