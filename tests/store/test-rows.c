/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-rows.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

static gboolean
count_row (LedgerReadingTable *table,
           gint64 record,
           const char *id,
           LedgerValue *const *values,
           gpointer data,
           GError **error)
{
  g_assert_cmpuint (strlen (id), ==, 32);
  ++*(guint *)data;
  return TRUE;
}

static void
test_put_remove_foreach (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  LedgerRows *rows = ledger_apply_get_rows (ledger_store_peek_apply (store));
  LedgerLog *log = ledger_rows_get_log (rows);
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_autofree char *measure = fixture_add (store, "a", "measure", issue, "二");
  g_autofree char *gone = fixture_add (store, "a", "measure", issue, "三");
  fixture_delete (store, "a", "measure", gone);
  GError *error = NULL;
  guint n_rows = 0;
  g_assert_true (ledger_rows_foreach (rows, 1, count_row, &n_rows, &error));
  g_assert_cmpuint (n_rows, ==, 2);

  /* However the row was spoilt, it is made anew from the log. */
  g_autofree char *before = fixture_digest (store);
  gint64 record = ledger_catalog_find_record (log->catalog, "issue", issue, &error);
  g_assert_true (ledger_rows_remove (rows, record, &error));
  g_assert_false (fixture_has (store, "issue", issue));
  g_assert_true (ledger_rows_put (rows, record, &error));
  g_autofree char *after = fixture_digest (store);
  g_assert_cmpstr (before, ==, after);
  gboolean found = FALSE;
  gint64 field = ledger_catalog_find_name (log->catalog, "text", &error);
  g_assert_true (ledger_rows_set (rows, "issue", record, field, &found, &error));
  g_assert_true (found);
  g_assert_true (ledger_rows_set (rows, "unheard_of", record, field, &found, &error));
  g_assert_null (ledger_rows_find_table (rows, "unheard_of"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/put-remove-foreach", test_put_remove_foreach);
  return g_test_run ();
}
