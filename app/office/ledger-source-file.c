/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "ledger-source-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger-sheet-fault.h"

enum
{
  PIECE = 256 * 1024,
};

struct _LedgerSourceFile
{
  int fd;
  guint64 size;
  char *name;
};

LedgerSourceFile *
ledger_source_file_open (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Without O_NONBLOCK the open of a pipe waits for a writer. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  int number = errno;
  LedgerSourceFile *file;
  struct stat stat;

  if (fd >= 0 && fstat (fd, &stat) != 0)
    number = errno;
  else if (fd >= 0 && S_ISDIR (stat.st_mode))
    number = EISDIR;
  else if (fd >= 0 && !S_ISREG (stat.st_mode))
    number = EINVAL;
  else if (fd >= 0)
    {
      file = g_new0 (LedgerSourceFile, 1);
      file->fd = fd;
      file->size = (guint64)stat.st_size;
      file->name = g_steal_pointer (&name);
      return file;
    }
  if (fd >= 0)
    close (fd);
  ledger_sheet_fault_set_errno (number, name, error);
  return NULL;
}

void
ledger_source_file_close (LedgerSourceFile *file)
{
  close (file->fd);
  g_free (file->name);
  g_free (file);
}

const char *
ledger_source_file_get_name (const LedgerSourceFile *file)
{
  return file->name;
}

guint64
ledger_source_file_get_size (const LedgerSourceFile *file)
{
  return file->size;
}

gssize
ledger_source_file_read_at (
    LedgerSourceFile *file, guint64 offset, gpointer buffer, gsize length, GError **error)
{
  gsize got = 0;

  while (got < length)
    {
      gssize n = pread (file->fd, (char *)buffer + got, length - got, (off_t)(offset + got));

      if (n == 0)
        break;
      if (n > 0)
        got += (gsize)n;
      else if (errno != EINTR)
        {
          ledger_sheet_fault_set_errno (errno, file->name, error);
          return -1;
        }
    }
  return (gssize)got;
}

GBytes *
ledger_source_file_read_all (LedgerSourceFile *file, gsize limit, GError **error)
{
  g_autofree char *bytes = NULL;
  gssize got;

  if (file->size > limit)
    {
      ledger_sheet_fault_set (LEDGER_SHEET_FAULT_TOO_LARGE, file->name, error);
      return NULL;
    }
  bytes = g_malloc (file->size + 1);
  got = ledger_source_file_read_at (file, 0, bytes, file->size, error);
  if (got < 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), (gsize)got);
}

gboolean
ledger_source_file_contains (LedgerSourceFile *file,
                             gconstpointer needle,
                             gsize length,
                             GCancellable *cancellable)
{
  g_autofree char *piece = g_malloc (PIECE);

  /* Pieces overlap, so that nothing is cut in two. */
  for (guint64 offset = 0; offset < file->size; offset += PIECE - length)
    {
      gssize got = ledger_source_file_read_at (file, offset, piece, PIECE, NULL);

      if (got <= 0 || g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (memmem (piece, (gsize)got, needle, length) != NULL)
        return TRUE;
    }
  return FALSE;
}
