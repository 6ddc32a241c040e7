/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *
attach (LedgerStore *store, guint8 fill, gsize size)
{
  g_autofree guint8 *data = g_malloc (size);
  memset (data, fill, size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  LedgerBlobInfo info;
  g_assert_true (ledger_store_stage_blob (store, stream, size, &info, NULL, NULL, NULL));
  char *id = ledger_id_new_random ();
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (info.digest, 32);
  ledger_edit_set (edit, "evidence", id, "digest", digest);
  fixture_commit (store, edit);
  return id;
}

static void
assert_only (Fixture *fixture, guint expected)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n_files = 0;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_assert_false (g_str_has_suffix (name, ".part"));
      g_test_message ("%s", name);
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, expected);
}

static void
test_both_kinds (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "问题");
  g_autofree char *proof = attach (store, 5, 3000000);
  g_autofree char *digest = fixture_digest (store);
  g_autofree char *tip = ledger_store_dup_tip (store, NULL);
  for (guint kind = LEDGER_BACKUP_LOG; kind <= LEDGER_BACKUP_FULL; kind++)
    {
      g_autofree char *target =
          fixture_path (fixture, kind == LEDGER_BACKUP_LOG ? "log.zgl" : "full.zgl");
      GError *error = NULL;
      GStatBuf facts;
      ledger_store_backup (store, kind, target, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (target, &facts), ==, 0);
      g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
      if (kind == LEDGER_BACKUP_LOG)
        g_assert_cmpint (facts.st_size, <, 500000);
      g_autoptr (LedgerStore) copy = fixture_open (target, LEDGER_STORE_READ);
      g_autofree char *copy_digest = fixture_digest (copy);
      g_autofree char *copy_tip = ledger_store_dup_tip (copy, NULL);
      g_assert_cmpstr (digest, ==, copy_digest);
      g_assert_cmpstr (tip, ==, copy_tip);
      if (kind == LEDGER_BACKUP_FULL)
        fixture_assert_sound (copy);
    }
}

static void
test_restore_moves_the_trio (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "台账.zgl");
  g_autofree char *backup = fixture_path (fixture, "备份.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "旧");
  g_autofree char *tip = ledger_store_dup_tip (store, NULL);
  g_assert_true (ledger_store_backup (store, LEDGER_BACKUP_FULL, backup, NULL, NULL, NULL));
  fixture_set (store, "a", "issue", issue, "text", "新");
  GError *error = NULL;

  /* Not while somebody works on it. */
  g_assert_false (ledger_store_restore (backup, path, &fixture_reading, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_object (&store);

  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_assert_true (g_file_set_contents (wal, "left over", -1, NULL));
  g_autofree char *aside = NULL;
  ledger_store_restore (backup, path, &fixture_reading, &aside, &error);
  g_assert_no_error (error);
  g_assert_nonnull (aside);
  g_autofree char *aside_wal = g_strconcat (aside, "-wal", NULL);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (aside_wal, G_FILE_TEST_EXISTS));
  store = fixture_open (path, LEDGER_STORE_WRITE);
  g_autofree char *restored_tip = ledger_store_dup_tip (store, NULL);
  g_assert_cmpstr (tip, ==, restored_tip);
  fixture_assert_sound (store);
  g_clear_object (&store);
  g_autofree char *aside_shm = g_strconcat (aside, "-shm", NULL);
  g_unlink (aside_wal);
  g_unlink (aside_shm); /* where SQLite made one */
  assert_only (fixture, 3);
}

/* A log copy takes the evidence from the present file, by digest. */
static void
test_restore_log_copy (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *backup = fixture_path (fixture, "log.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *proof = attach (store, 5, 3000000);
  g_autofree char *digest = fixture_digest (store);
  g_assert_true (ledger_store_backup (store, LEDGER_BACKUP_LOG, backup, NULL, NULL, NULL));
  g_autofree char *later = attach (store, 6, 2000000);
  g_clear_object (&store);
  GError *error = NULL;
  ledger_store_restore (backup, path, &fixture_reading, NULL, &error);
  g_assert_no_error (error);
  store = fixture_open (path, LEDGER_STORE_WRITE);
  g_autofree char *restored = fixture_digest (store);
  g_assert_cmpstr (digest, ==, restored);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_blob"), ==, 1);
  fixture_assert_sound (store);
}

static void
test_damaged_backup (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *backup = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "问题");
  g_assert_true (ledger_store_backup (store, LEDGER_BACKUP_FULL, backup, NULL, NULL, NULL));
  g_clear_object (&store);
  fixture_raw (backup, "UPDATE log_edit SET actor = 'x'");
  GError *error = NULL;
  g_autofree char *aside = NULL;
  g_assert_false (ledger_store_restore (backup, path, &fixture_reading, &aside, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (aside);
  store = fixture_open (path, LEDGER_STORE_WRITE);
  fixture_assert_sound (store);
  g_clear_object (&store);
  assert_only (fixture, 2);
}

static void
test_same_file_and_cancel (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *target = fixture_path (fixture, "c.zgl");
  GError *error = NULL;
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *ignored = NULL;
      if (i % 1000 == 0)
        ignored = fixture_add (store, "a", "issue", NULL, "问题");
    }
  g_assert_false (
      ledger_store_backup (store, LEDGER_BACKUP_LOG, target, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_clear_object (&store);
  g_assert_false (ledger_store_restore (path, path, &fixture_reading, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  assert_only (fixture, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/both-kinds", test_both_kinds);
  g_test_add_func ("/backup/restore-moves-the-trio", test_restore_moves_the_trio);
  g_test_add_func ("/backup/restore-log-copy", test_restore_log_copy);
  g_test_add_func ("/backup/damaged-backup", test_damaged_backup);
  g_test_add_func ("/backup/same-file-and-cancel", test_same_file_and_cancel);
  return g_test_run ();
}
