/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-checked-mark.h"

#include "ledger-settings.h"

#include <glib/gstdio.h>

#define GROUP "log"

static char *
dup_place (const char *mark)
{
  return mark != NULL ? g_strdup (mark)
                      : g_build_filename (g_get_user_cache_dir (), "zhenggai", "checked.ini", NULL);
}

/* NULL where there is no such file. */
static char *
describe (const char *path)
{
  GStatBuf facts;
  if (g_stat (path, &facts) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT
                          " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld",
                          (guint64)facts.st_dev,
                          (guint64)facts.st_ino,
                          (guint64)facts.st_size,
                          (gint64)facts.st_mtim.tv_sec,
                          facts.st_mtim.tv_nsec,
                          (gint64)facts.st_ctim.tv_sec,
                          facts.st_ctim.tv_nsec);
}

gint64
ledger_checked_mark_read (const char *mark, const char *path, gint64 now)
{
  g_autofree char *place = dup_place (mark);
  g_autofree char *present = describe (path);
  g_autoptr (LedgerSettings) keys = ledger_settings_open (place);
  g_autofree char *file = ledger_settings_get_text (keys, GROUP, "file");
  g_autofree char *time = ledger_settings_get_text (keys, GROUP, "looked-at");
  gint64 looked_at = time != NULL ? g_ascii_strtoll (time, NULL, 10) : 0;
  if (present == NULL || g_strcmp0 (file, present) != 0 || looked_at > now
      || now - looked_at >= LEDGER_CHECKED_MARK_LASTS)
    return 0;
  return looked_at;
}

void
ledger_checked_mark_write (const char *mark, const char *path, gint64 looked_at)
{
  g_autofree char *place = dup_place (mark);
  g_autofree char *present = describe (path);
  if (present == NULL)
    return;
  g_autoptr (LedgerSettings) keys = ledger_settings_open (place);
  g_autofree char *time = g_strdup_printf ("%" G_GINT64_FORMAT, looked_at);
  ledger_settings_set_text (keys, GROUP, "file", present);
  ledger_settings_set_text (keys, GROUP, "looked-at", time);
  ledger_settings_save (keys, NULL);
}
