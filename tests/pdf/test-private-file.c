/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-private-file.h"

#include "ledger-error.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPrivateFile) file = ledger_private_file_new (&error);
  char buffer[16] = { 0 };
  int fd;

  g_assert_no_error (error);
  g_assert_true (ledger_private_file_write (file, "abc", 3, &error));
  g_assert_true (ledger_private_file_write (file, "", 0, &error));
  fd = ledger_private_file_open_reading (file, &error);
  g_assert_no_error (error);
  g_assert_true (ledger_private_file_write (file, "def", 3, &error));
  g_clear_pointer (&file, ledger_private_file_free);
  g_assert_cmpint (read (fd, buffer, sizeof buffer), ==, 6);
  g_assert_cmpstr (buffer, ==, "abcdef");
  close (fd);
}

/* Nobody else can read it, it has no name, and what is handed out cannot write. */
static void
test_private (void)
{
  g_autoptr (LedgerPrivateFile) file = ledger_private_file_new (NULL);
  int fd = ledger_private_file_open_reading (file, NULL);
  struct stat info;

  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (info.st_nlink, ==, 0);
  g_assert_cmpint (fcntl (fd, F_GETFL) & O_ACCMODE, ==, O_RDONLY);
  g_assert_cmpint (fcntl (fd, F_GETFD) & FD_CLOEXEC, ==, FD_CLOEXEC);
  g_assert_cmpint (write (fd, "x", 1), ==, -1);
  close (fd);
}

/* Positions are not shared: two readers read the same bytes. */
static void
test_own_position (void)
{
  g_autoptr (LedgerPrivateFile) file = ledger_private_file_new (NULL);
  char a = 0, b = 0;
  int one, two;

  ledger_private_file_write (file, "xy", 2, NULL);
  one = ledger_private_file_open_reading (file, NULL);
  two = ledger_private_file_open_reading (file, NULL);
  g_assert_cmpint (read (one, &a, 1), ==, 1);
  g_assert_cmpint (read (two, &b, 1), ==, 1);
  g_assert_cmpint (a, ==, b);
  close (one);
  close (two);
}

/* A file-size limit stands for the full disk: writing ends in the middle. */
static void
test_writing_fails (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPrivateFile) file = NULL;
  struct rlimit limit = { 5, 5 };
  struct stat info;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  file = ledger_private_file_new (NULL);
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  if (ledger_private_file_write (file, "0123456789", 10, &error)
      || !g_error_matches (error, LEDGER_ERROR, LEDGER_ERROR_FAILED)
      || fstat (ledger_private_file_open_reading (file, NULL), &info) != 0 || info.st_size != 5)
    _exit (1);
  _exit (0);
}

/* Where the cache folder cannot be made, the folder for temporary files serves. */
static void
test_without_cache_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPrivateFile) file = NULL;

  if (!g_test_subprocess ())
    {
      g_setenv ("XDG_CACHE_HOME", "/proc/nowhere", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_cmpstr (g_get_user_cache_dir (), ==, "/proc/nowhere");
  file = ledger_private_file_new (&error);
  g_assert_no_error (error);
  g_assert_true (ledger_private_file_write (file, "abc", 3, &error));
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = NULL;
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  cache = g_dir_make_tmp ("private-file-XXXXXX", NULL);
  folder = g_build_filename (cache, "zhenggai", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, !g_test_subprocess ());
  g_test_add_func ("/private-file/round-trip", test_round_trip);
  g_test_add_func ("/private-file/private", test_private);
  g_test_add_func ("/private-file/own-position", test_own_position);
  g_test_add_func ("/private-file/writing-fails", test_writing_fails);
  g_test_add_func ("/private-file/without-cache-folder", test_without_cache_folder);
  status = g_test_run ();
  /* Fails if a file was left there. */
  if (!g_test_subprocess ())
    g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_rmdir (cache);
  return status;
}
