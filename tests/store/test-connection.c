/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-connection.h"
#include "ledger-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static LedgerConnection *
create (Fixture *fixture, char **path)
{
  *path = fixture_path (fixture, "a b%.db");
  g_autofree char *lock = g_strconcat (*path, "-lock", NULL);
  GError *error = NULL;
  g_assert_true (g_file_set_contents_full (lock, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  LedgerConnection *connection = ledger_connection_open (*path, LEDGER_CONNECTION_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (ledger_connection_execute (connection, "CREATE TABLE a (b)", &error));
  return connection;
}

static gint64
read_integer (LedgerConnection *connection, const char *sql)
{
  GError *error = NULL;
  LedgerStatement *row = ledger_connection_prepare_generated (connection, sql, &error);
  g_assert_no_error (error);
  g_assert_true (ledger_statement_step (row, &error));
  gint64 number = ledger_statement_get_integer (row, 0);
  ledger_statement_reset (row);
  return number;
}

static void
test_transactions (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autoptr (LedgerConnection) connection = create (fixture, &path);
  GError *error = NULL;
  g_assert_true (ledger_connection_begin (connection, &error));
  g_assert_true (ledger_connection_in_transaction (connection));
  g_assert_true (ledger_connection_execute (connection, "INSERT INTO a VALUES (1)", &error));
  g_assert_cmpint (ledger_connection_last_key (connection), ==, 1);
  g_assert_cmpint (ledger_connection_changes (connection), ==, 1);
  ledger_connection_rollback (connection);
  ledger_connection_rollback (connection);
  g_assert_false (ledger_connection_in_transaction (connection));
  g_assert_cmpint (read_integer (connection, "SELECT count(*) FROM a"), ==, 0);
  g_assert_true (ledger_connection_begin (connection, &error));
  g_assert_true (ledger_connection_execute (connection, "INSERT INTO a VALUES (1)", &error));
  g_assert_true (ledger_connection_commit (connection, &error));
  g_assert_cmpint (read_integer (connection, "SELECT count(*) FROM a"), ==, 1);
}

static void
test_wal_and_back (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autoptr (LedgerConnection) connection = create (fixture, &path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GError *error = NULL;
  GStatBuf facts;
  g_assert_true (ledger_connection_enter_wal (connection, &error));
  g_assert_true (ledger_connection_execute (connection, "INSERT INTO a VALUES (1)", &error));
  g_assert_cmpint (g_stat (wal, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  ledger_connection_checkpoint (connection);

  /* A reader's snapshot prevents the way back, without a wait and without harm. */
  g_autoptr (LedgerConnection) reader =
      ledger_connection_open (path, LEDGER_CONNECTION_READ, &error);
  g_assert_true (ledger_connection_begin_read (reader, &error));
  g_assert_cmpint (read_integer (reader, "SELECT count(*) FROM a"), ==, 1);
  ledger_connection_leave_wal (connection);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  ledger_connection_rollback (reader);
  g_clear_pointer (&reader, ledger_connection_free);
  ledger_connection_leave_wal (connection);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_reader_cannot_write (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autoptr (LedgerConnection) connection = create (fixture, &path);
  GError *error = NULL;
  g_autoptr (LedgerConnection) reader =
      ledger_connection_open (path, LEDGER_CONNECTION_READ, &error);
  g_assert_false (ledger_connection_execute (reader, "INSERT INTO a VALUES (1)", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_READ_ONLY);
  g_clear_error (&error);
}

static void
test_sentences (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autoptr (LedgerConnection) connection = create (fixture, &path);
  GError *error = NULL;
  g_assert_false (ledger_connection_execute (connection, "NOT SQL", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "a b%.db"));
  g_clear_error (&error);
  g_assert_true (ledger_connection_execute (connection, "PRAGMA max_page_count = 3", &error));
  for (guint i = 0; error == NULL && i < 100; i++)
    ledger_connection_execute (connection, "INSERT INTO a VALUES (zeroblob (9000))", &error);
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FULL);
  g_clear_error (&error);
  g_assert_null (ledger_connection_open ("/nowhere/a.db", LEDGER_CONNECTION_READ, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_clear_error (&error);
}

static void
test_cancel (void)
{
  static const char endless[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                "SELECT count(*) FROM n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autoptr (LedgerConnection) connection = create (fixture, &path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GError *error = NULL;
  g_cancellable_cancel (cancellable);
  ledger_connection_set_cancellable (connection, cancellable);
  LedgerStatement *row = ledger_connection_prepare (connection, endless, &error);
  g_assert_false (ledger_statement_step (row, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  ledger_connection_set_cancellable (connection, NULL);
  g_assert_cmpint (read_integer (connection, "SELECT 1"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/connection/transactions", test_transactions);
  g_test_add_func ("/connection/wal-and-back", test_wal_and_back);
  g_test_add_func ("/connection/reader-cannot-write", test_reader_cannot_write);
  g_test_add_func ("/connection/sentences", test_sentences);
  g_test_add_func ("/connection/cancel", test_cancel);
  return g_test_run ();
}
