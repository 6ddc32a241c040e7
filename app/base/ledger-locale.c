/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-locale.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <unistd.h>

static char *
dup_folder (const char *variable, const char *installed)
{
  const char *chosen = g_getenv (variable);
  return g_strdup (chosen != NULL && *chosen != '\0' ? chosen : installed);
}

/* Where zh_CN was not generated: the data of C.UTF-8, which every system has, under the name of
 * zh_CN, in a folder that is gone again when they are loaded. A plain C.UTF-8 is not enough: newer
 * C libraries translate nothing there, whatever LANGUAGE says. */
static gboolean
borrow_locale (void)
{
  static const char *const sources[] = { "/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8" };
  g_autofree char *folder = g_dir_make_tmp ("zhenggai-locale-XXXXXX", NULL);
  g_autofree char *former = g_strdup (g_getenv ("LOCPATH"));
  gboolean found = FALSE;

  if (folder == NULL)
    return FALSE;
  g_autofree char *link = g_build_filename (folder, "zh_CN.UTF-8", NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  for (gsize i = 0; !found && i < G_N_ELEMENTS (sources); i++)
    {
      found = symlink (sources[i], link) == 0 && setlocale (LC_ALL, "zh_CN.UTF-8") != NULL;
      g_unlink (link);
    }
  if (former != NULL)
    g_setenv ("LOCPATH", former, TRUE);
  else
    g_unsetenv ("LOCPATH");
  g_rmdir (folder);
  return found;
}

/* A user's own choice of Chinese (zh_TW for GTK's words) stays in front. */
static void
choose_language (void)
{
  if (setlocale (LC_ALL, "zh_CN.UTF-8") == NULL && !borrow_locale ())
    setlocale (LC_ALL, "C.UTF-8");

  const char *chosen = g_getenv ("LANGUAGE");
  if (chosen == NULL || !g_str_has_prefix (chosen, "zh"))
    {
      g_setenv ("LANGUAGE", "zh_CN:zh", TRUE);
      return;
    }
  if (g_str_has_prefix (chosen, "zh_CN"))
    return;
  g_autofree char *language = g_strconcat (chosen, ":zh_CN:zh", NULL);
  g_setenv ("LANGUAGE", language, TRUE);
}

void
ledger_locale_init (void)
{
  choose_language ();
  g_setenv ("FC_LANG", "zh-cn", TRUE);

  g_autofree char *folder = dup_folder ("ZHENGGAI_LOCALEDIR", LEDGER_LOCALEDIR);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

char *
ledger_locale_dup_datadir (void)
{
  return dup_folder ("ZHENGGAI_DATADIR", LEDGER_DATADIR);
}

char *
ledger_locale_dup_libexecdir (void)
{
  return dup_folder ("ZHENGGAI_LIBEXECDIR", LEDGER_LIBEXECDIR);
}
