/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-locale.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>

static char *
dup_folder (const char *variable, const char *installed)
{
  const char *chosen = g_getenv (variable);
  return g_strdup (chosen != NULL && *chosen != '\0' ? chosen : installed);
}

/* gettext reads LANGUAGE only where the locale is not "C": hence C.UTF-8 where zh_CN was not
 * generated. A user's own choice of Chinese (zh_TW for GTK's words) stays in front. */
static void
choose_language (void)
{
  if (setlocale (LC_ALL, "zh_CN.UTF-8") == NULL)
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
