/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

char *
ledger_sample_folder_new (GError **error)
{
  return g_dir_make_tmp ("zhenggai-XXXXXX", error);
}

char *
ledger_sample_folder_dup_path (const char *folder)
{
  g_autofree char *name = g_strconcat (_ ("Sample ledger"), ".zgl", NULL);

  return g_build_filename (folder, name, NULL);
}

void
ledger_sample_folder_remove (gpointer folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}
