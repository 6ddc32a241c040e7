/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-backup-shelf.h"

#include "ledger-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>

#define KEPT 3
#define DAYS_OF_A_FULL_ONE 7
#define STAMP "%Y%m%d-%H%M%S"
#define STAMP_LENGTH 15

static char *
dup_stem (const char *path)
{
  return g_str_has_suffix (path, ".zgl") ? g_strndup (path, strlen (path) - 4) : g_strdup (path);
}

char *
ledger_backup_shelf_dup_folder (const char *path)
{
  g_autofree char *stem = dup_stem (path);
  /* Translators: path of the ledger without its ending: the folder of its backups */
  return g_strdup_printf (_ ("%s-backups"), stem);
}

/* "台账-每日-" */
static char *
dup_prefix (const char *path, const char *word)
{
  g_autofree char *stem = dup_stem (path);
  g_autofree char *name = g_path_get_basename (stem);
  return g_strconcat (name, "-", word, "-", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)b, *(const char *const *)a);
}

/* The names that begin with PREFIX and go on with a moment, newest first. */
static GPtrArray *
list_copies (const char *folder, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gsize length = strlen (prefix);
      gboolean ours = g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".zgl")
                      && strspn (name + length, "0123456789-") >= STAMP_LENGTH;
      if (ours)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* The day in a name, NULL where it says none. */
static GDate *
day_of (const char *name, const char *prefix)
{
  guint64 number = 0;
  g_autofree char *digits = g_strndup (name + strlen (prefix), 8);
  if (!g_ascii_string_to_unsigned (digits, 10, 0, 99999999, &number, NULL))
    return NULL;
  GDateDay day = (GDateDay)(number % 100);
  GDateMonth month = (GDateMonth)(number / 100 % 100);
  GDateYear year = (GDateYear)(number / 10000);
  return g_date_valid_dmy (day, month, year) ? g_date_new_dmy (day, month, year) : NULL;
}

/* Whether none of the last DAYS days is there; a copy of the future (a clock that was wrong) counts
 * as none. */
static gboolean
is_due (const char *path, const char *word, GDateTime *now, int days)
{
  g_autofree char *folder = ledger_backup_shelf_dup_folder (path);
  g_autofree char *prefix = dup_prefix (path, word);
  g_autoptr (GPtrArray) names = list_copies (folder, prefix);
  g_autoptr (GDate) today = g_date_new_dmy ((GDateDay)g_date_time_get_day_of_month (now),
                                            (GDateMonth)g_date_time_get_month (now),
                                            (GDateYear)g_date_time_get_year (now));
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GDate) day = day_of (names->pdata[i], prefix);
      int age = day != NULL ? g_date_days_between (day, today) : -1;
      if (age >= 0 && age < days)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_room (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statvfs facts;
  GStatBuf file;
  if (statvfs (folder, &facts) != 0 || g_stat (path, &file) != 0)
    return FALSE;
  return (guint64)facts.f_bavail * facts.f_frsize > 2 * (guint64)file.st_size;
}

static void
remove_old (const char *folder, const char *prefix)
{
  g_autoptr (GPtrArray) names = list_copies (folder, prefix);
  for (guint i = KEPT; i < names->len; i++)
    {
      g_autofree char *old = g_build_filename (folder, names->pdata[i], NULL);
      g_unlink (old);
    }
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir (folder, 0700) == 0 || errno == EEXIST)
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               errno == ENOSPC ? LEDGER_ERROR_FULL : LEDGER_ERROR_FAILED,
               _ ("The folder “%s” for backups could not be made (%s). Free some space, or give "
                  "yourself the right to write there."),
               folder,
               g_strerror (errno));
  return FALSE;
}

gboolean
ledger_backup_shelf_add (LedgerStore *self,
                         LedgerBackupKind kind,
                         const char *word,
                         GDateTime *now,
                         char **copy,
                         LedgerProgress *progress,
                         GCancellable *cancellable,
                         GError **error)
{
  const char *path = ledger_store_get_path (self);
  g_autofree char *folder = ledger_backup_shelf_dup_folder (path);
  g_autofree char *prefix = dup_prefix (path, word);
  g_autofree char *stamp = g_date_time_format (now, STAMP);
  g_autofree char *name = g_strconcat (prefix, stamp, ".zgl", NULL);
  g_autofree char *target = g_build_filename (folder, name, NULL);
  if (!make_folder (folder, error)
      || !ledger_store_backup (self, kind, target, progress, cancellable, error))
    return FALSE;
  remove_old (folder, prefix);
  if (copy != NULL)
    *copy = g_steal_pointer (&target);
  return TRUE;
}

gboolean
ledger_backup_shelf_keep (LedgerStore *self,
                          GDateTime *now,
                          guint *n_made,
                          LedgerProgress *progress,
                          GCancellable *cancellable,
                          GError **error)
{
  const char *path = ledger_store_get_path (self);
  const struct
  {
    LedgerBackupKind kind;
    const char *word;
    gboolean wanted;
  } copies[] = {
    { LEDGER_BACKUP_LOG,
      C_ ("file name", "daily"),
      is_due (path, C_ ("file name", "daily"), now, 1) },
    { LEDGER_BACKUP_FULL,
      C_ ("file name", "weekly"),
      is_due (path, C_ ("file name", "weekly"), now, DAYS_OF_A_FULL_ONE) && has_room (path) },
  };
  guint made = 0;
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      if (!copies[i].wanted)
        continue;
      if (!ledger_backup_shelf_add (
              self, copies[i].kind, copies[i].word, now, NULL, progress, cancellable, error))
        return FALSE;
      made++;
    }
  if (n_made != NULL)
    *n_made = made;
  return TRUE;
}
