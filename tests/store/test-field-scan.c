/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-field-scan.h"
#include "ledger-id.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

static LedgerFieldScan *
scan_text (LedgerStore *store, const char *id)
{
  LedgerLog *log = ledger_store_peek_log (store);
  GError *error = NULL;
  LedgerFieldScan *scan =
      ledger_field_scan_new_field (log,
                                   ledger_catalog_find_record (log->catalog, "issue", id, NULL),
                                   ledger_catalog_find_name (log->catalog, "text", NULL),
                                   &error);
  g_assert_no_error (error);
  g_assert_true (ledger_field_scan_next (scan, &error));
  return scan;
}

static void
test_chain (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "0");
  fixture_set (store, "a", "issue", id, "text", "1");
  fixture_set (store, "a", "issue", id, "text", "2");
  g_autoptr (LedgerFieldScan) scan = scan_text (store, id);
  GArray *operations = ledger_field_scan_get_operations (scan);
  g_assert_cmpuint (operations->len, ==, 3);
  g_assert_cmpuint (ledger_field_scan_get_parents (scan)->len, ==, 2);
  for (guint i = 0; i < 3; i++)
    {
      const LedgerFieldOperation *operation = &g_array_index (operations, LedgerFieldOperation, i);
      g_assert_cmpint (operation->superseded, ==, i < 2);
      g_assert_cmpint (operation->based, ==, i > 0);
    }
  gint shown = -1;
  guint n_values = 0;
  g_assert_true (ledger_field_scan_pick (scan, FALSE, &shown, &n_values, NULL));
  g_assert_cmpint (shown, ==, 2);
  g_assert_cmpuint (n_values, ==, 1);
  g_assert_true (ledger_field_scan_pick (scan, TRUE, &shown, NULL, NULL));
  g_assert_cmpint (shown, ==, 0);
  g_assert_false (ledger_field_scan_next (scan, NULL));
}

static gboolean
is_below (gint64 edit, gpointer data)
{
  return edit < *(gint64 *)data;
}

static void
test_restricted (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "0");
  fixture_set (store, "a", "issue", id, "text", "1");
  fixture_set (store, "a", "issue", id, "text", "2");
  gint64 end = ledger_store_get_position (store);
  g_autoptr (LedgerFieldScan) scan = scan_text (store, id);
  ledger_field_scan_restrict (scan, is_below, &end);
  GArray *operations = ledger_field_scan_get_operations (scan);
  g_assert_cmpuint (operations->len, ==, 2);
  gint shown = -1;
  g_assert_true (ledger_field_scan_pick (scan, FALSE, &shown, NULL, NULL));
  g_assert_cmpint (shown, ==, 1);
}

/* Every way of asking gives the same fields. */
static void
test_ways (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  LedgerLog *log = ledger_store_peek_log (store);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = fixture_add (store, "a", "issue", NULL, "一");
      fixture_set (store, "a", "issue", id, "text", "二");
      fixture_set (store, "a", "issue", id, "due", "2026-03-05");
    }
  g_autoptr (LedgerFieldScan) all = ledger_field_scan_new_from (log, 1, NULL);
  guint n_fields = 0;
  gint64 last = 0;
  while (ledger_field_scan_next (all, NULL))
    {
      n_fields++;
      g_assert_cmpint (ledger_field_scan_get_record (all), >=, last);
      last = ledger_field_scan_get_record (all);
    }
  g_assert_cmpuint (n_fields, ==, 10);
  g_autoptr (LedgerFieldScan) one = ledger_field_scan_new_record (log, last, NULL);
  for (n_fields = 0; ledger_field_scan_next (one, NULL);)
    n_fields++;
  g_assert_cmpuint (n_fields, ==, 2);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 due = ledger_catalog_find_name (log->catalog, "due", NULL);
  g_array_append_val (fields, due);
  g_autoptr (LedgerFieldScan) some = ledger_field_scan_new_fields (log, fields, NULL);
  for (n_fields = 0; ledger_field_scan_next (some, NULL);)
    {
      n_fields++;
      g_assert_cmpint (ledger_field_scan_get_field (some), ==, due);
    }
  g_assert_cmpuint (n_fields, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-scan/chain", test_chain);
  g_test_add_func ("/field-scan/restricted", test_restricted);
  g_test_add_func ("/field-scan/ways", test_ways);
  return g_test_run ();
}
