/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-recent-ledgers.h"

#include <glib/gi18n-lib.h>

#define GROUP "recent"
#define MOST 8

GStrv
ledger_recent_ledgers_get (LedgerSettings *settings)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < MOST; i++)
    {
      g_autofree char *key = g_strdup_printf ("ledger-%u", i);
      g_autofree char *path = ledger_settings_get_text (settings, GROUP, key);

      if (path != NULL && *path != '\0')
        g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

static void
keep (LedgerSettings *settings, GPtrArray *paths)
{
  for (guint i = 0; i < MOST; i++)
    {
      g_autofree char *key = g_strdup_printf ("ledger-%u", i);

      ledger_settings_set_text (
          settings, GROUP, key, i < paths->len ? g_ptr_array_index (paths, i) : NULL);
    }
  ledger_settings_save_later (settings);
}

void
ledger_recent_ledgers_add (LedgerSettings *settings, const char *path)
{
  g_auto (GStrv) kept = ledger_recent_ledgers_get (settings);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_ptr_array_add (paths, (gpointer)path);
  for (gsize i = 0; kept[i] != NULL; i++)
    if (g_strcmp0 (kept[i], path) != 0)
      g_ptr_array_add (paths, kept[i]);
  keep (settings, paths);
}

char *
ledger_recent_ledgers_dup_home (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  char *folder = g_build_filename (
      documents != NULL ? documents : g_get_home_dir (), _ ("Rectification Ledgers"), NULL);

  g_mkdir_with_parents (folder, 0700);
  return folder;
}
