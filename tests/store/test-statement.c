/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "store-fixture.h"

#include <string.h>

static void
test_values_there_and_back (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  LedgerValue *values[] = {
    ledger_value_new_none (),
    ledger_value_new_text (""),
    ledger_value_new_text ("整改'\"\n台账"),
    ledger_value_new_integer (G_MININT64),
    ledger_value_new_integer (0),
    ledger_value_new_bytes ("", 0),
    ledger_value_new_bytes ("\0\xff\0", 3),
  };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      GError *error = NULL;
      LedgerStatement *row = ledger_store_prepare (store, "SELECT ?", &error);
      ledger_statement_bind_value (row, 0, values[i]);
      g_assert_true (ledger_statement_step (row, &error));
      g_assert_no_error (error);
      g_autoptr (LedgerValue) back = ledger_statement_dup_value (row, 0);
      g_assert_true (ledger_value_equal (values[i], back));
      g_assert_cmpint (ledger_statement_is_null (row, 0), ==, i == 0);
      ledger_statement_reset (row);
      ledger_value_unref (values[i]);
    }
}

/* Handed out again, a statement is as new: no row of before, no value of before. */
static void
test_kept_and_clean (void)
{
  static const char sql[] = "SELECT ?";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  GError *error = NULL;
  LedgerStatement *row = ledger_store_prepare (store, sql, &error);
  ledger_statement_bind_text (row, 0, "旧");
  g_assert_true (ledger_statement_step (row, &error));
  LedgerStatement *again = ledger_store_prepare (store, sql, &error);
  g_assert_true (row == again);
  g_assert_true (ledger_statement_step (again, &error));
  g_assert_null (ledger_statement_get_text (again, 0));
  g_assert_false (ledger_statement_step (again, &error));
  g_assert_no_error (error);
}

static void
test_first_failure_is_reported (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  GError *error = NULL;
  LedgerStatement *row = ledger_store_prepare (store, "SELECT ?", &error);
  ledger_statement_bind_integer (row, 5, 1);
  ledger_statement_bind_integer (row, 0, 1);
  g_assert_false (ledger_statement_step (row, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_clear_error (&error);
  ledger_statement_bind_integer (row, 0, 1);
  g_assert_true (ledger_statement_step (row, &error));
  ledger_statement_reset (row);
  g_assert_null (ledger_store_prepare (store, "SELECT nothing FROM nowhere", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
}

static void
test_run (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  GError *error = NULL;
  LedgerStatement *rows =
      ledger_store_prepare (store, "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3", &error);
  g_assert_true (ledger_statement_run (rows, &error));
  g_assert_no_error (error);
}

/* Found, not there, and no way to know. */
static void
test_find_key (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  GError *error = NULL;
  LedgerStatement *row = ledger_store_prepare (store, "SELECT ? WHERE ? > 0", &error);

  for (gint64 key = 0; key < 3; key++)
    {
      ledger_statement_bind_integer (row, 0, key);
      ledger_statement_bind_integer (row, 1, key);
      g_assert_cmpint (ledger_statement_find_key (row, &error), ==, key);
      g_assert_no_error (error);
    }
  ledger_statement_bind_integer (row, 5, 1);
  g_assert_cmpint (ledger_statement_find_key (row, &error), ==, -1);
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/values-there-and-back", test_values_there_and_back);
  g_test_add_func ("/statement/kept-and-clean", test_kept_and_clean);
  g_test_add_func ("/statement/first-failure", test_first_failure_is_reported);
  g_test_add_func ("/statement/run", test_run);
  g_test_add_func ("/statement/find-key", test_find_key);
  return g_test_run ();
}
