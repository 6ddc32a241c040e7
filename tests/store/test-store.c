/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
test_create_and_reopen (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "台账.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "李敏");
  GError *error = NULL;
  struct stat facts;

  g_assert_cmpint (g_stat (path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  g_autofree char *tip = ledger_store_dup_tip (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tip, ==, ledger_store_get_ledger_id (store));
  g_autofree char *issue = fixture_add (store, "李敏", "issue", NULL, "学习不够深入");
  g_autofree char *later = ledger_store_dup_tip (store, &error);
  g_assert_cmpstr (tip, !=, later);
  g_assert_true (ledger_store_close (store, &error));
  g_assert_no_error (error);

  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *lock = g_strconcat (path, "-lock", NULL);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));

  g_autoptr (LedgerStore) again = fixture_open (path, LEDGER_STORE_READ);
  g_autofree char *text = fixture_text (again, "issue", issue);
  g_assert_cmpstr (text, ==, "学习不够深入");
  g_autofree char *tip_again = ledger_store_dup_tip (again, &error);
  g_assert_cmpstr (tip_again, ==, later);
  g_assert_cmpstr (ledger_store_get_ledger_id (again), ==, tip);
  g_assert_false (ledger_store_is_writable (again));
}

static void
test_existing_file_is_kept (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  ledger_store_close (store, NULL);

  GError *error = NULL;
  g_assert_null (ledger_store_create (path, &fixture_reading, "a", "a", NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_autoptr (LedgerStore) again = fixture_open (path, LEDGER_STORE_WRITE);
}

static void
test_foreign_files (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  GError *error = NULL;

  g_assert_null (ledger_store_open (path, &fixture_reading, LEDGER_STORE_READ, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "%PDF-1.4 and more than a few bytes", -1, NULL));
  g_assert_null (ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED);
  g_clear_error (&error);

  g_unlink (path);
  fixture_raw (path, "CREATE TABLE a (b); INSERT INTO a VALUES (1);");
  g_assert_null (ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED);
  g_clear_error (&error);
}

static void
test_newer_file (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  ledger_store_close (store, NULL);
  fixture_raw (path, "PRAGMA user_version = 99");

  GError *error = NULL;
  g_assert_null (ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NEWER);
  g_clear_error (&error);

  g_autoptr (LedgerStore) reader =
      ledger_store_open (path, &fixture_reading, LEDGER_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_false (ledger_store_is_writable (reader));
  g_assert_cmpuint (strlen (ledger_store_get_ledger_id (reader)), ==, 64);
}

static void
test_settings (void)
{
  static const struct
  {
    const char *sql;
    gint64 value;
  } cases[] = {
    { "PRAGMA page_size", 8192 },
    { "PRAGMA synchronous", 2 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA journal_size_limit", 67108864 },
    { "PRAGMA application_id", 0x7a676c31 },
    { "PRAGMA user_version", 1 },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fixture_count (store, cases[i].sql), ==, cases[i].value);
}

static void
test_what_says_nothing_is_not_written (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "x");
  gint64 position = ledger_store_get_position (store);

  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  g_autofree char *nobody = ledger_id_new_random ();
  ledger_edit_set_text (edit, "issue", id, "text", "x");
  ledger_edit_set_text (edit, "issue", id, "due", NULL);
  ledger_edit_set_text (edit, "issue", nobody, "unheard_of", NULL);
  gboolean written = TRUE;
  GError *error = NULL;
  g_assert_true (ledger_store_commit (store, edit, &written, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (written);
  g_assert_cmpint (ledger_store_get_position (store), ==, position);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_record"), ==, 1);
  g_assert_cmpint (
      fixture_count (store, "SELECT count(*) FROM log_name WHERE text = 'unheard_of'"), ==, 0);
}

static void
test_stale_form (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "李敏");
  g_autofree char *id = fixture_add (store, "李敏", "issue", NULL, "x");
  gint64 loaded = ledger_store_get_position (store);
  fixture_set (store, "李敏", "issue", id, "text", "y");
  GError *error = NULL;

  g_autoptr (LedgerEdit) stale = fixture_edit ("刘洋");
  ledger_edit_set_position (stale, loaded);
  ledger_edit_set_text (stale, "issue", id, "text", "z");
  g_assert_false (ledger_store_commit (store, stale, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_STALE);
  g_assert_nonnull (strstr (error->message, "李敏"));
  g_clear_error (&error);

  /* Another field of the same record is nobody's concern. */
  g_autoptr (LedgerEdit) other = fixture_edit ("刘洋");
  ledger_edit_set_position (other, loaded);
  ledger_edit_set_text (other, "issue", id, "due", "2026-03-05");
  fixture_commit (store, other);

  /* Nor may a record be deleted under which something was added unseen. */
  loaded = ledger_store_get_position (store);
  g_autofree char *measure = fixture_add (store, "李敏", "measure", id, "m");
  g_autoptr (LedgerEdit) deletion = fixture_edit ("刘洋");
  ledger_edit_set_position (deletion, loaded);
  ledger_edit_delete (deletion, "issue", id);
  g_assert_false (ledger_store_commit (store, deletion, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_STALE);
  g_clear_error (&error);
  g_assert_true (fixture_has (store, "issue", id));
}

static void
count_touched (const char *type, const char *id, gpointer data)
{
  GHashTable *set = data;
  g_assert_true (g_hash_table_add (set, g_strconcat (type, ":", id, NULL)));
}

static guint
touched_after (LedgerStore *store, gint64 position, const char *expected)
{
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *error = NULL;
  ledger_store_foreach_touched (store, position, count_touched, set, &error);
  g_assert_no_error (error);
  if (expected != NULL)
    g_assert_true (g_hash_table_contains (set, expected));
  return g_hash_table_size (set);
}

static void
count_named (const char *type, const char *id, gpointer data)
{
  g_assert_cmpstr (type, ==, "issue");
  (*(guint *)data)++;
}

static void
test_touched (void)
{
  guint n_named = 0;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (LedgerStore) reader = fixture_open (path, LEDGER_STORE_READ);
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "x");
  gint64 position = ledger_store_get_position (reader);
  g_autofree char *measure = fixture_add (store, "a", "measure", issue, "m");
  g_autofree char *name = g_strconcat ("measure:", measure, NULL);

  g_assert_cmpuint (touched_after (reader, position, name), ==, 1);
  g_assert_cmpuint (touched_after (reader, 0, name), ==, 2);
  position = ledger_store_get_position (reader);
  g_assert_cmpuint (touched_after (reader, position, NULL), ==, 0);

  /* A deletion takes along what lies below, and so it is told; so does bringing it back. */
  fixture_delete (store, "a", "issue", issue);
  g_assert_cmpuint (touched_after (reader, position, name), ==, 2);
  g_assert_true (ledger_store_foreach_named (reader, position, count_named, &n_named, NULL));
  g_assert_cmpuint (n_named, ==, 1);
  position = ledger_store_get_position (reader);
  g_autoptr (LedgerEdit) keep = fixture_edit ("a");
  ledger_edit_keep (keep, "issue", issue);
  fixture_commit (store, keep);
  g_assert_cmpuint (touched_after (reader, position, name), ==, 2);

  /* Brought back, it is like any other again: what happens to one record is of that one. */
  position = ledger_store_get_position (reader);
  fixture_set (store, "a", "issue", issue, "text", "y");
  g_assert_cmpuint (touched_after (reader, position, NULL), ==, 1);
  fixture_set (store, "a", "measure", measure, "text", "n");
  g_assert_cmpuint (touched_after (reader, position, name), ==, 2);
  fixture_assert_sound (store);
}

static void
test_delete_and_keep (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "x");
  g_autofree char *measure = fixture_add (store, "a", "measure", issue, "m");
  g_autofree char *proof = fixture_add (store, "a", "evidence", measure, "p");
  g_autofree char *before = fixture_digest (store);

  fixture_delete (store, "a", "issue", issue);
  g_assert_false (fixture_has (store, "issue", issue));
  g_assert_false (fixture_has (store, "measure", measure));
  g_assert_false (fixture_has (store, "evidence", proof));
  fixture_assert_sound (store);

  g_autoptr (LedgerEdit) keep = fixture_edit ("a");
  ledger_edit_keep (keep, "issue", issue);
  fixture_commit (store, keep);
  g_autofree char *after = fixture_digest (store);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (store);
}

static void
test_delete_several_in_one (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "x");
  g_autofree char *other = fixture_add (store, "a", "issue", NULL, "y");
  g_autofree char *first = fixture_add (store, "a", "measure", issue, "m");
  g_autofree char *second = fixture_add (store, "a", "measure", issue, "n");

  /* The issue with one of its measures, while the other one moves away and is changed: one gesture.
   */
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  ledger_edit_delete (edit, "measure", first);
  ledger_edit_delete (edit, "issue", issue);
  ledger_edit_set_text (edit, "issue", issue, "due", "2026-01-01");
  ledger_edit_set_text (edit, "measure", second, "issue", other);
  fixture_commit (store, edit);
  g_assert_false (fixture_has (store, "issue", issue));
  g_assert_false (fixture_has (store, "measure", first));
  g_assert_true (fixture_has (store, "measure", second));
  fixture_assert_rebuilds (store);
}

static void
test_write_once (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "x");
  fixture_set (store, "a", "issue", id, "original", "原文");
  fixture_set (store, "a", "issue", id, "original", "改了");
  g_assert_cmpint (
      fixture_count (store, "SELECT count(*) FROM issue WHERE original = '原文'"), ==, 1);
  g_assert_true (ledger_store_rebuild (store, NULL, NULL, NULL));
  g_assert_cmpint (
      fixture_count (store, "SELECT count(*) FROM issue WHERE original = '原文'"), ==, 1);
}

static void
test_value_of_another_kind (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "x");
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  ledger_edit_set_text (edit, "issue", id, "weight", "heavy");
  ledger_edit_set_integer (edit, "issue", id, "due", 5);
  ledger_edit_set_text (edit, "issue", id, "of_a_newer_version", "kept in the log");
  fixture_commit (store, edit);
  g_assert_cmpint (
      fixture_count (store, "SELECT count(*) FROM issue WHERE weight IS NULL AND due IS NULL"),
      ==,
      1);
  fixture_assert_sound (store);
}

static void
test_another_reading (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "x");
  g_autofree char *before = fixture_digest (store);
  ledger_store_close (store, NULL);

  /* Whoever only reads gets a reading beside the file, and keeps up with the writer. */
  LedgerReading other = fixture_reading;
  other.number = 8;
  g_autoptr (LedgerStore) writer = fixture_open (path, LEDGER_STORE_WRITE);
  g_autoptr (LedgerStore) reader = ledger_store_open (path, &other, LEDGER_STORE_READ, NULL);
  g_assert_nonnull (reader);
  g_autofree char *seen = fixture_digest (reader);
  g_assert_cmpstr (before, ==, seen);
  fixture_set (writer, "a", "issue", id, "text", "y");
  g_assert_true (ledger_store_begin_read (reader, NULL));
  g_autofree char *text = fixture_text (reader, "issue", id);
  g_assert_cmpstr (text, ==, "y");
  ledger_store_end_read (reader);
  ledger_store_close (reader, NULL);
  ledger_store_close (writer, NULL);

  g_autoptr (LedgerStore) newer = ledger_store_open (path, &other, LEDGER_STORE_WRITE, NULL);
  g_assert_nonnull (newer);
  g_assert_cmpint (fixture_count (newer, "SELECT number FROM reading"), ==, 8);
  g_autofree char *newer_text = fixture_text (newer, "issue", id);
  g_assert_cmpstr (newer_text, ==, "y");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/create-and-reopen", test_create_and_reopen);
  g_test_add_func ("/store/existing-file-is-kept", test_existing_file_is_kept);
  g_test_add_func ("/store/foreign-files", test_foreign_files);
  g_test_add_func ("/store/newer-file", test_newer_file);
  g_test_add_func ("/store/settings", test_settings);
  g_test_add_func ("/store/what-says-nothing", test_what_says_nothing_is_not_written);
  g_test_add_func ("/store/stale-form", test_stale_form);
  g_test_add_func ("/store/touched", test_touched);
  g_test_add_func ("/store/delete-and-keep", test_delete_and_keep);
  g_test_add_func ("/store/delete-several-in-one", test_delete_several_in_one);
  g_test_add_func ("/store/write-once", test_write_once);
  g_test_add_func ("/store/value-of-another-kind", test_value_of_another_kind);
  g_test_add_func ("/store/another-reading", test_another_reading);
  return g_test_run ();
}
