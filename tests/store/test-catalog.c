/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-catalog.h"
#include "ledger-error.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

#define ID "00112233445566778899aabbccddeeff"

static void
test_names_and_records (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  LedgerLog *log = ledger_store_peek_log (store);
  GError *error = NULL;
  gboolean made = FALSE;
  g_assert_cmpint (ledger_catalog_find_name (log->catalog, "issue", &error), ==, 0);
  g_assert_cmpint (ledger_catalog_find_record (log->catalog, "issue", ID, &error), ==, 0);
  g_assert_true (ledger_connection_begin (log->connection, &error));
  gint64 record = ledger_catalog_take_record (log->catalog, "issue", ID, &made, &error);
  g_assert_no_error (error);
  g_assert_true (made);
  g_assert_cmpint (
      ledger_catalog_take_record (log->catalog, "issue", ID, &made, &error), ==, record);
  g_assert_false (made);
  /* Equal ids of different types are different records. */
  g_assert_cmpint (
      ledger_catalog_take_record (log->catalog, "claim", ID, &made, &error), !=, record);
  const char *type = NULL;
  char id[33];
  g_assert_true (ledger_catalog_describe (log->catalog, record, &type, id, &error));
  g_assert_cmpstr (type, ==, "issue");
  g_assert_cmpstr (id, ==, ID);
  gint64 name = ledger_catalog_find_name (log->catalog, "issue", &error);
  g_assert_cmpstr (ledger_catalog_get_name (log->catalog, name, &error), ==, "issue");

  ledger_connection_rollback (log->connection);
  ledger_catalog_forget (log->catalog);
  g_assert_cmpint (ledger_catalog_find_name (log->catalog, "issue", &error), ==, 0);
}

static void
test_faults (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  LedgerLog *log = ledger_store_peek_log (store);
  g_autofree char *known = fixture_add (store, "a", "issue", NULL, "一");
  GError *error = NULL;
  const char *type = NULL;
  char id[33];
  g_assert_null (ledger_catalog_get_name (log->catalog, 999, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (ledger_catalog_describe (log->catalog, 999, &type, id, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpint (ledger_catalog_find_record (log->catalog, "issue", "1.2.3", &error), ==, -1);
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/names-and-records", test_names_and_records);
  g_test_add_func ("/catalog/faults", test_faults);
  return g_test_run ();
}
