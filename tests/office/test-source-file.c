/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-source-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "ledger-error.h"
#include "sheet-package.h"

static void
test_read (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (LedgerSourceFile) file = NULL;
  g_autoptr (GBytes) all = NULL;
  char *path;

  /* The word lies across the end of a piece. */
  g_byte_array_set_size (bytes, 600 * 1024);
  memset (bytes->data, 'x', bytes->len);
  memcpy (bytes->data + 256 * 1024 - 3, "针在此", strlen ("针在此"));
  path = sheet_package_file (".bin", bytes->data, bytes->len);
  file = ledger_source_file_open (path, NULL);
  g_assert_cmpuint (ledger_source_file_get_size (file), ==, bytes->len);
  g_assert_true (ledger_source_file_contains (file, "针在此", strlen ("针在此"), NULL));
  g_assert_false (ledger_source_file_contains (file, "针不在", strlen ("针不在"), NULL));
  all = ledger_source_file_read_all (file, bytes->len, NULL);
  g_assert_cmpmem (g_bytes_get_data (all, NULL), g_bytes_get_size (all), bytes->data, bytes->len);
  g_assert_null (ledger_source_file_read_all (file, bytes->len - 1, NULL));
  sheet_package_remove (path);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("source-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "管道.xlsx", NULL);

  g_assert_null (ledger_source_file_open (folder, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (ledger_source_file_open (pipe, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (ledger_source_file_open (pipe, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "管道.xlsx"));
  g_unlink (pipe);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-file/read", test_read);
  g_test_add_func ("/source-file/refused", test_refused);
  return g_test_run ();
}
