/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-opening.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a kill leaves: the file and its -wal, copied while a writer has them open. */
static void
copy_crashed (const char *path, const char *to)
{
  static const char *const companions[] = { "", "-wal" };
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *source = g_strconcat (path, companions[i], NULL);
      g_autofree char *target = g_strconcat (to, companions[i], NULL);
      fixture_copy (source, target);
    }
}

static void
test_leftover_is_taken_up (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *crashed = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "在wal里");
  copy_crashed (path, crashed);

  g_autoptr (LedgerStore) reader = fixture_open (crashed, LEDGER_STORE_READ);
  g_assert_true (fixture_has (reader, "issue", issue));
  g_clear_object (&reader);
  g_autoptr (LedgerStore) writer = fixture_open (crashed, LEDGER_STORE_WRITE);
  g_assert_true (fixture_has (writer, "issue", issue));
  fixture_assert_sound (writer);
}

/* What somebody names by mistake is called what it is. */
static void
test_not_a_file (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *folder = fixture_path (fixture, "folder.zgl");
  g_autofree char *missing = fixture_path (fixture, "missing.zgl");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (ledger_opening_check_exists (folder, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "is a folder"));
  g_assert_false (ledger_opening_check_exists (missing, &other));
  g_assert_error (other, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_assert_null (strstr (other->message, "is a folder"));
}

/* Crash, then a copy of another day is put over the file while the -wal stays (LOG 13). Whatever
 * comes of it, nothing unsound is ever opened for writing. */
static void
test_overwritten_file (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *crashed = fixture_path (fixture, "b.zgl");
  g_autofree char *other = fixture_path (fixture, "other.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
    }
  copy_crashed (path, crashed);
  g_autoptr (LedgerStore) stranger = fixture_create (other, "b");
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *issue = fixture_add (stranger, "b", "issue", NULL, "别的台账");
    }
  g_autofree char *tip = ledger_store_dup_tip (stranger, NULL);
  g_clear_object (&stranger);
  fixture_copy (other, crashed);

  GError *error = NULL;
  g_assert_null (ledger_store_open (crashed, &fixture_reading, LEDGER_STORE_READ, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (ledger_store_open (crashed, &fixture_reading, LEDGER_STORE_WRITE, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "b-damaged-"));
  g_clear_error (&error);
  g_autofree char *wal = g_strconcat (crashed, "-wal", NULL);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));

  g_autoptr (LedgerStore) again = fixture_open (crashed, LEDGER_STORE_WRITE);
  g_autofree char *now = ledger_store_dup_tip (again, NULL);
  g_assert_cmpstr (tip, ==, now);
  fixture_assert_sound (again);
}

static void
test_garbage_in_wal (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *crashed = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  ledger_store_checkpoint (store);
  g_autofree char *second = fixture_add (store, "a", "issue", NULL, "二");
  g_autofree char *wal = g_strconcat (crashed, "-wal", NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *data = NULL;
      gsize length = 0;
      copy_crashed (path, crashed);
      g_assert_true (g_file_get_contents (wal, &data, &length, NULL));
      data[g_test_rand_int_range (0, (gint32)length)] ^= 1;
      g_assert_true (g_file_set_contents (wal, data, (gssize)length, NULL));
      /* SQLite's own sums end the -wal at the flipped frame: an older state, and a sound one. */
      g_autoptr (LedgerStore) again =
          ledger_store_open (crashed, &fixture_reading, LEDGER_STORE_WRITE, NULL);
      if (again != NULL)
        fixture_assert_sound (again);
    }
}

static void
test_protected_place (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_clear_object (&store);
  /* A file left in WAL mode, as a reader can leave it. */
  fixture_raw (path, "PRAGMA journal_mode = WAL; UPDATE reading SET number = number");
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  if (access (fixture->folder, W_OK) == 0)
    g_test_skip ("this user may write everywhere");
  else
    {
      g_assert_cmpint (ledger_opening_choose_mode (path), ==, LEDGER_CONNECTION_IMMUTABLE);
      store = fixture_open (path, LEDGER_STORE_READ);
      g_assert_true (fixture_has (store, "issue", issue));
      GError *error = NULL;
      g_assert_null (ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_READ_ONLY);
      g_clear_error (&error);
    }
  g_chmod (fixture->folder, 0700);
}

/* A cleanly closed WAL file can be read where nothing can be written only like this. */
static void
test_immutable (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "台账 1%20?.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_clear_object (&store);
  GError *error = NULL;
  g_autoptr (LedgerConnection) connection =
      ledger_connection_open (path, LEDGER_CONNECTION_IMMUTABLE, &error);
  g_assert_no_error (error);
  LedgerStatement *row =
      ledger_connection_prepare (connection, "SELECT count(*) FROM log_edit", &error);
  g_assert_no_error (error);
  g_assert_true (ledger_statement_step (row, &error));
  g_assert_cmpint (ledger_statement_get_integer (row, 0), ==, 1);
  ledger_statement_reset (row);
}

/* Where hashes do not fit, whoever asks for it is given no store to write, and the file is as it
 * was; and so again when it was looked at a moment ago. */
static void
test_broken_log (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  GError *error = NULL;
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_clear_object (&store);
  store = fixture_open (path, LEDGER_STORE_WRITE_CHECKED);
  fixture_set (store, "a", "issue", issue, "text", "二");
  g_clear_object (&store);
  fixture_raw (path, "UPDATE log_operation SET value = '三' WHERE value = '二'");

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (
          ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE_CHECKED, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "a.zgl"));
      g_clear_error (&error);
    }
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_places (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *nowhere = fixture_path (fixture, "没有/a.zgl");
  GError *error = NULL;
  g_assert_false (ledger_opening_check_exists (path, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (ledger_opening_check_place (path, &error));
  g_assert_false (ledger_opening_check_place (nowhere, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening/leftover-is-taken-up", test_leftover_is_taken_up);
  g_test_add_func ("/opening/overwritten-file", test_overwritten_file);
  g_test_add_func ("/opening/garbage-in-wal", test_garbage_in_wal);
  g_test_add_func ("/opening/protected-place", test_protected_place);
  g_test_add_func ("/opening/immutable", test_immutable);
  g_test_add_func ("/opening/broken-log", test_broken_log);
  g_test_add_func ("/opening/not-a-file", test_not_a_file);
  g_test_add_func ("/opening/places", test_places);
  return g_test_run ();
}
