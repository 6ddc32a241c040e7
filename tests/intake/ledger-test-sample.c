/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-test-sample.h"

#include <gio/gio.h>

#include "ledger-sample.h"

char *
ledger_test_sample_copy (const char *folder, const char *name)
{
  const char *built = g_getenv ("ZHENGGAI_SAMPLE_LEDGER");
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (built != NULL && g_file_test (built, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GFile) source = g_file_new_for_path (built);
      g_autoptr (GFile) copy = g_file_new_for_path (path);

      g_file_copy (source, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
    }
  else
    ledger_sample_make (path, &error);
  g_assert_no_error (error);
  return path;
}
