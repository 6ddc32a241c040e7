/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_GET_SEALS */
#include "ledger-lent-memory.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a hostile borrower may try, and what he is there for. */
static void
test_borrower_writes_but_cannot_resize (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerLentMemory) memory = ledger_lent_memory_new (5000, &error);
  const char *data = ledger_lent_memory_get_data (memory);
  int fd = dup (ledger_lent_memory_get_fd (memory));

  g_assert_no_error (error);
  g_assert_cmpint (data[4999], ==, 0);
  g_assert_cmpint (pwrite (fd, "x", 1, 4999), ==, 1);
  g_assert_cmpint (data[4999], ==, 'x');
  g_assert_cmpint (ftruncate (fd, 0), ==, -1);
  g_assert_cmpint (errno, ==, EPERM);
  g_assert_cmpint (ftruncate (fd, 10000), ==, -1);
  g_assert_cmpint (errno, ==, EPERM);
  g_assert_cmpint (fcntl (fd, F_ADD_SEALS, F_SEAL_WRITE), ==, -1);
  g_assert_cmpint (errno, ==, EPERM);
  close (fd);
}

static void
test_becomes_bytes (void)
{
  LedgerLentMemory *memory = ledger_lent_memory_new (3, NULL);
  g_autoptr (GBytes) bytes = NULL;
  int fd = ledger_lent_memory_get_fd (memory);

  g_assert_cmpint (pwrite (fd, "abc", 3, 0), ==, 3);
  bytes = ledger_lent_memory_free_to_bytes (memory);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "abc", 3);
  g_assert_cmpint (fcntl (fd, F_GETFD), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lent-memory/borrower-writes-but-cannot-resize",
                   test_borrower_writes_but_cannot_resize);
  g_test_add_func ("/lent-memory/becomes-bytes", test_becomes_bytes);
  return g_test_run ();
}
