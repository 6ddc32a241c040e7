/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-rebuild.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

static void
test_heals_the_reading (void)
{
  static const char *const damages[] = {
    "UPDATE issue SET text = 'x'", "DELETE FROM issue",
    "DROP TABLE measure",          "INSERT INTO issue (record, id) VALUES (99, 'x')",
    "CREATE TABLE stranger (a)",   "DROP INDEX issue_by_id",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_autofree char *measure = fixture_add (store, "a", "measure", issue, "二");
  g_autofree char *before = fixture_digest (store);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_clear_object (&store);
      fixture_raw (path, damages[i]);
      store = fixture_open (path, LEDGER_STORE_WRITE);
      GError *error = NULL;
      ledger_store_rebuild (store, NULL, NULL, &error);
      g_assert_no_error (error);
      g_autofree char *after = fixture_digest (store);
      g_assert_cmpstr (before, ==, after);
      fixture_assert_sound (store);
    }
}

static void
test_number (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  LedgerRows *rows = ledger_apply_get_rows (ledger_store_peek_apply (store));
  gint64 number = 0;
  g_assert_true (ledger_rebuild_read_number (rows, &number, NULL));
  g_assert_cmpint (number, ==, fixture_reading.number);
}

/* What is not trusted is made anew by whoever opens it next; a reader sees it right at once. */
static void
test_distrusted (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_autofree char *before = fixture_digest (store);
  GError *error = NULL;

  g_clear_object (&store);
  fixture_raw (path, "UPDATE issue SET text = 'x'");
  store = fixture_open (path, LEDGER_STORE_WRITE);
  g_assert_true (ledger_store_distrust_reading (store, &error));
  g_assert_no_error (error);
  g_assert_true (ledger_store_distrust_reading (store, NULL));

  g_autoptr (LedgerStore) reader = fixture_open (path, LEDGER_STORE_READ);
  g_autofree char *seen = fixture_digest (reader);
  g_assert_cmpstr (seen, ==, before);
  g_assert_false (ledger_store_distrust_reading (reader, NULL));
  g_clear_object (&reader);

  g_clear_object (&store);
  store = fixture_open (path, LEDGER_STORE_WRITE);
  g_autofree char *after = fixture_digest (store);
  g_assert_cmpstr (after, ==, before);
  fixture_assert_sound (store);
}

static void
test_cancelled_rebuild_changes_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (LedgerEdit) import = ledger_edit_new (LEDGER_EDIT_IMPORT, "导入");
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *id = g_strdup_printf ("%032x", i);
      ledger_edit_set_text (import, "issue", id, "text", "一");
    }
  fixture_commit (store, import);
  g_autofree char *before = fixture_digest (store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  GError *error = NULL;
  g_assert_false (ledger_store_rebuild (store, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_autofree char *after = fixture_digest (store);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rebuild/heals-the-reading", test_heals_the_reading);
  g_test_add_func ("/rebuild/number", test_number);
  g_test_add_func ("/rebuild/distrusted", test_distrusted);
  g_test_add_func ("/rebuild/cancelled", test_cancelled_rebuild_changes_nothing);
  return g_test_run ();
}
