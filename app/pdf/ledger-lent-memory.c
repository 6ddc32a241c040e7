/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create */
#include "ledger-lent-memory.h"

#include "ledger-error.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

#define SEALS (F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL)

struct _LedgerLentMemory
{
  int fd; /* -1 once it became bytes */
  gpointer data;
  gsize size;
};

static int
open_sealed (gsize size)
{
  int fd = memfd_create ("zhenggai-page", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd < 0)
    return -1;
  if (ftruncate (fd, (off_t)size) == 0 && fcntl (fd, F_ADD_SEALS, SEALS) == 0)
    return fd;
  close (fd);
  return -1;
}

LedgerLentMemory *
ledger_lent_memory_new (gsize size, GError **error)
{
  LedgerLentMemory *memory;
  gpointer data = MAP_FAILED;
  int fd;

  g_return_val_if_fail (size > 0, NULL);
  fd = open_sealed (size);
  if (fd >= 0)
    data = mmap (NULL, size, PROT_READ, MAP_SHARED, fd, 0);
  if (data == MAP_FAILED)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_FAILED,
                   _ ("There is not enough memory to show the page (%s). Close other programs and "
                      "try again."),
                   g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  memory = g_new0 (LedgerLentMemory, 1);
  *memory = (LedgerLentMemory){ fd, data, size };
  return memory;
}

static void
unmap (gpointer data)
{
  LedgerLentMemory *memory = data;

  munmap (memory->data, memory->size);
  if (memory->fd >= 0)
    close (memory->fd);
  g_free (memory);
}

void
ledger_lent_memory_free (LedgerLentMemory *memory)
{
  if (memory != NULL)
    unmap (memory);
}

int
ledger_lent_memory_get_fd (LedgerLentMemory *memory)
{
  g_return_val_if_fail (memory != NULL, -1);
  return memory->fd;
}

gconstpointer
ledger_lent_memory_get_data (LedgerLentMemory *memory)
{
  g_return_val_if_fail (memory != NULL, NULL);
  return memory->data;
}

gsize
ledger_lent_memory_get_size (LedgerLentMemory *memory)
{
  g_return_val_if_fail (memory != NULL, 0);
  return memory->size;
}

GBytes *
ledger_lent_memory_free_to_bytes (LedgerLentMemory *memory)
{
  g_return_val_if_fail (memory != NULL, NULL);
  close (memory->fd);
  memory->fd = -1;
  return g_bytes_new_with_free_func (memory->data, memory->size, unmap, memory);
}
