/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-backup.h"

#include "ledger-blob-copy.h"
#include "ledger-blob.h"
#include "ledger-damage-list.h"
#include "ledger-error.h"
#include "ledger-integrity.h"
#include "ledger-lock.h"
#include "ledger-place.h"
#include "ledger-schema.h"
#include "ledger-store-room.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const companions[] = { "", "-wal", "-shm" };

#define PART ".part"

/* People know the file by the name that it is going to have. */
static gboolean
set_failed (const char *path, int number, GError **error)
{
  gboolean full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  gsize length = strlen (path) - (g_str_has_suffix (path, PART) ? strlen (PART) : 0);
  g_autofree char *name = g_strndup (path, length);
  g_set_error (
      error,
      LEDGER_ERROR,
      full ? LEDGER_ERROR_FULL : LEDGER_ERROR_FAILED,
      _ ("“%s” could not be written (%s). What was there before is unchanged. Choose another "
         "place, or free some space and try again."),
      name,
      g_strerror (number));
  return FALSE;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int descriptor = open (path, flags | O_CLOEXEC);
  if (descriptor < 0)
    return set_failed (path, errno, error);
  int failed = fsync (descriptor) != 0 ? errno : 0;
  close (descriptor);
  /* Some places cannot sync a folder, and say so by EINVAL. */
  return failed == 0 || failed == EINVAL || set_failed (path, failed, error);
}

/* The finished file takes its name, and both are on the disk before anybody is told. */
static gboolean
move_into_place (const char *part, const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  if (!sync_path (part, O_RDONLY, error))
    return FALSE;
  if (g_rename (part, target) != 0)
    return set_failed (target, errno, error);
  return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

static gboolean
make_empty (const char *path, GError **error)
{
  g_unlink (path);
  int descriptor = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return set_failed (path, errno, error);
  close (descriptor);
  return TRUE;
}

/* --- aside --- */

static char *
name_aside (const char *path, const char *word)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = now != NULL ? g_date_time_format (now, "%Y%m%d-%H%M%S") : g_strdup ("0");
  const char *dot =
      g_str_has_suffix (path, ".zgl") ? path + strlen (path) - 4 : path + strlen (path);
  g_autofree char *stem = g_strndup (path, (gsize)(dot - path));
  for (guint i = 1;; i++)
    {
      g_autofree char *count = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strconcat (stem, "-", word, "-", time, count, dot, NULL);
      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  GError *failure = NULL;
  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &failure))
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_FAILED,
                   _ ("“%s” could not be copied aside (%s). Nothing was changed."),
                   from,
                   failure->message);
      g_error_free (failure);
      return FALSE;
    }
  g_chmod (to, 0600);
  return TRUE;
}

gboolean
ledger_backup_put_aside (
    const char *path, const char *word, gboolean copy, char **aside, GError **error)
{
  g_autofree char *name = name_aside (path, word);
  if (copy && !copy_file (path, name, error))
    return FALSE;
  for (guint i = copy ? 1 : 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (path, companions[i], NULL);
      g_autofree char *to = g_strconcat (name, companions[i], NULL);
      if (g_rename (from, to) != 0 && errno != ENOENT)
        return set_failed (to, errno, error);
    }
  *aside = g_steal_pointer (&name);
  return TRUE;
}

/* --- the copy --- */

static gboolean
copy_whole (LedgerLog *log, const char *part, GCancellable *cancellable, GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare (log->connection, "VACUUM main INTO ?", error);
  if (statement == NULL || !make_empty (part, error))
    return FALSE;
  ledger_statement_bind_text (statement, 0, part);
  ledger_connection_set_cancellable (log->connection, cancellable);
  gboolean fine = ledger_statement_run (statement, error);
  ledger_connection_set_cancellable (log->connection, NULL);
  return fine;
}

static char *
insert_sql (const char *table, guint n_columns)
{
  GString *sql = g_string_new ("INSERT INTO ");
  g_string_append (sql, table);
  g_string_append (sql, " VALUES (?");
  for (guint i = 1; i < n_columns; i++)
    g_string_append (sql, ",?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static gboolean
copy_table (LedgerConnection *from,
            LedgerConnection *to,
            const char *table,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  LedgerStatement *rows = ledger_connection_prepare_generated (from, select, error);
  if (rows == NULL)
    return FALSE;
  guint n_columns = ledger_statement_get_n_columns (rows);
  g_autofree char *insert = insert_sql (table, n_columns);
  GError *failure = NULL;
  guint done = 0;
  while (ledger_statement_step (rows, &failure))
    {
      LedgerStatement *row = ledger_connection_prepare_generated (to, insert, error);
      for (guint i = 0; row != NULL && i < n_columns; i++)
        ledger_statement_copy_column (rows, i, row, i);
      if (row == NULL || !ledger_statement_run (row, error)
          || (++done % 1000 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)))
        {
          ledger_statement_reset (rows);
          return FALSE;
        }
    }
  return ledger_error_pass (failure, error);
}

/* Everything but evidence: what operations name can be looked up by digest. The reading is rebuilt
 * by whoever opens the copy. */
static gboolean
fill_log_copy (LedgerLog *log, LedgerConnection *to, GCancellable *cancellable, GError **error)
{
  const char *const *tables = ledger_schema_get_tables ();
  if (!ledger_connection_begin (to, error) || !ledger_schema_create (to, error))
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (g_str_equal (tables[i], "log_blob") || g_str_equal (tables[i], "log_chunk"))
        continue;
      if (!copy_table (log->connection, to, tables[i], cancellable, error))
        return FALSE;
    }
  return ledger_connection_commit (to, error);
}

static gboolean
copy_log (LedgerStore *self, const char *part, GCancellable *cancellable, GError **error)
{
  gboolean own = FALSE;
  if (!make_empty (part, error))
    return FALSE;
  g_autoptr (LedgerConnection) to = ledger_connection_open (part, LEDGER_CONNECTION_WRITE, error);
  if (to == NULL || !ledger_store_enter_read (self, &own, error))
    return FALSE;
  gboolean fine = fill_log_copy (ledger_store_peek_log (self), to, cancellable, error);
  ledger_store_leave_read (self, own);
  ledger_connection_rollback (to);
  return fine;
}

/* Damaged evidence is copied as it is: that damage is told elsewhere and does not grow (LOG 15). */
static gboolean
count_bad_evidence (
    LedgerLog *log, GHashTable *blobs, guint *count, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  if (!ledger_integrity_check_evidence (log, blobs, damages, NULL, cancellable, error))
    return FALSE;
  *count = damages->len;
  return TRUE;
}

static gboolean
compare_evidence (LedgerLog *source,
                  LedgerLog *copy,
                  GHashTable *blobs,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_bytes_hash, g_bytes_equal);
  GHashTableIter iter;
  gpointer digest;
  guint bad = 0;
  guint bad_before = 0;
  g_hash_table_iter_init (&iter, blobs);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    g_hash_table_add (named, digest);
  g_autoptr (GHashTable) all = g_hash_table_ref (blobs);
  if (!count_bad_evidence (copy, named, &bad, cancellable, error))
    return FALSE;
  if (bad == 0)
    return TRUE;
  if (!count_bad_evidence (source, all, &bad_before, cancellable, error))
    return FALSE;
  if (bad <= bad_before)
    return TRUE;
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_DAMAGED,
      _ ("The copy differs from the ledger and was thrown away. Check the disk it was "
         "written to, or choose another place."));
  return FALSE;
}

/* Opened again as anybody would, checked page by page and hash by hash. SOURCE (may be NULL): its
 * evidence is compared too. */
static gboolean
check_copy (const char *part,
            const LedgerReading *reading,
            LedgerLog *source,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (LedgerConnection) connection =
      ledger_connection_open (part, LEDGER_CONNECTION_READ, error);
  if (connection == NULL || !ledger_schema_check (connection, error))
    return FALSE;
  g_autoptr (LedgerLog) log = ledger_log_new (connection, reading);
  g_autoptr (GHashTable) blobs = NULL;
  if (!ledger_integrity_require (log, &blobs, cancellable, error))
    return FALSE;
  return source == NULL || compare_evidence (source, log, blobs, cancellable, error);
}

static void
remove_part (const char *part)
{
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);
  g_unlink (part);
  g_unlink (journal);
}

gboolean
ledger_store_backup (LedgerStore *self,
                     LedgerBackupKind kind,
                     const char *target,
                     LedgerProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  g_autofree char *part = g_strconcat (target, PART, NULL);
  gboolean full = kind == LEDGER_BACKUP_FULL;
  if (!ledger_place_check_target (ledger_store_get_path (self), target, error))
    return FALSE;
  ledger_progress_say (progress, _ ("Copying the ledger"));
  gboolean fine =
      full ? copy_whole (log, part, cancellable, error) : copy_log (self, part, cancellable, error);
  if (fine)
    {
      ledger_progress_say (progress, _ ("Checking the copy"));
      fine = check_copy (part, log->reading, full ? log : NULL, cancellable, error)
             && move_into_place (part, target, error);
    }
  if (!fine)
    remove_part (part);
  return fine;
}

/* --- restoring --- */

/* Evidence that the backup names and lacks, from the file that it is going to replace. Whatever
 * cannot be had there stays missing, and verify says so: the log is restored all the same. */
static gboolean
fetch_evidence (const char *part, const char *old, const LedgerReading *reading, GError **error)
{
  g_autoptr (LedgerStore) restored = ledger_store_open (part, reading, LEDGER_STORE_WRITE, error);
  if (restored == NULL)
    return FALSE;
  g_autoptr (LedgerStore) before = NULL;
  if (g_file_test (old, G_FILE_TEST_EXISTS))
    before = ledger_store_open (old, reading, LEDGER_STORE_READ, NULL);
  if (before != NULL
      && g_strcmp0 (ledger_store_get_ledger_id (before), ledger_store_get_ledger_id (restored))
             == 0)
    {
      g_auto (LedgerBlobCopy) copy = { 0 };
      g_autoptr (GError) failure = NULL;
      if (!ledger_blob_copy_all (&copy, restored, before, NULL, NULL, &failure)
          && g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_FULL))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  /* Names what the log names and removes what came along needlessly. */
  return ledger_blob_remove_leftovers (ledger_store_peek_log (restored), error)
         && ledger_store_close (restored, error);
}

static gboolean
copy_backup (const char *backup, const char *part, const LedgerReading *reading, GError **error)
{
  g_autoptr (LedgerStore) store = ledger_store_open (backup, reading, LEDGER_STORE_READ, error);
  return store != NULL
         && ledger_integrity_require (ledger_store_peek_log (store), NULL, NULL, error)
         && copy_whole (ledger_store_peek_log (store), part, NULL, error);
}

static gboolean
check_restoring_place (const char *target, GError **error)
{
  LedgerPlace place = ledger_place_of (target);
  g_autofree char *text = ledger_place_describe (place, target);
  if (text == NULL)
    return TRUE;
  g_set_error_literal (error, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED, text);
  return FALSE;
}

static gboolean
restore_under_lock (const char *backup,
                    const char *target,
                    const char *part,
                    const LedgerReading *reading,
                    char **aside,
                    GError **error)
{
  g_autofree char *put = NULL;
  if (!copy_backup (backup, part, reading, error) || !fetch_evidence (part, target, reading, error)
      || !check_copy (part, reading, NULL, NULL, error))
    return FALSE;
  if (g_file_test (target, G_FILE_TEST_EXISTS)
      && !ledger_backup_put_aside (
          target, C_ ("file name", "before restoring"), FALSE, &put, error))
    return FALSE;
  if (!move_into_place (part, target, error))
    return FALSE;
  if (aside != NULL)
    *aside = g_steal_pointer (&put);
  return TRUE;
}

gboolean
ledger_store_restore (const char *backup,
                      const char *target,
                      const LedgerReading *reading,
                      char **aside,
                      GError **error)
{
  g_autofree char *part = g_strconcat (target, PART, NULL);
  g_autofree char *one = g_canonicalize_filename (backup, NULL);
  g_autofree char *other = g_canonicalize_filename (target, NULL);
  if (aside != NULL)
    *aside = NULL;
  if (g_str_equal (one, other))
    {
      g_set_error_literal (
          error,
          LEDGER_ERROR,
          LEDGER_ERROR_INVALID,
          _ ("The backup and the ledger are the same file. Choose another backup."));
      return FALSE;
    }
  if (!check_restoring_place (target, error))
    return FALSE;
  g_autoptr (LedgerLock) lock = ledger_lock_take (target, error);
  if (lock == NULL)
    return FALSE;
  if (restore_under_lock (backup, target, part, reading, aside, error))
    return TRUE;
  remove_part (part);
  return FALSE;
}
