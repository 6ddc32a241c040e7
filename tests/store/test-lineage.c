/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-lineage.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

static gint64
key_of (LedgerStore *store, const char *type, const char *id)
{
  return ledger_catalog_find_record (ledger_store_peek_log (store)->catalog, type, id, NULL);
}

static gboolean
lives (LedgerStore *store, const char *type, const char *id)
{
  GError *error = NULL;
  gboolean living = FALSE;
  g_autoptr (LedgerLineage) lineage = ledger_lineage_load (ledger_store_peek_log (store), &error);
  g_assert_no_error (error);
  g_assert_true (ledger_lineage_is_living (lineage, key_of (store, type, id), &living, &error));
  g_assert_cmpint (living, ==, fixture_has (store, type, id));
  return living;
}

static void
test_levels (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  gboolean any = TRUE;
  g_assert_true (ledger_lineage_any_deleted (ledger_store_peek_log (store), &any, NULL));
  g_assert_false (any);
  g_autofree char *heading = fixture_add (store, "a", "heading", NULL, "一");
  g_autofree char *issue = fixture_add (store, "a", "issue", heading, "二");
  g_autofree char *measure = fixture_add (store, "a", "measure", issue, "三");
  fixture_delete (store, "a", "heading", heading);
  g_assert_true (ledger_lineage_any_deleted (ledger_store_peek_log (store), &any, NULL));
  g_assert_true (any);
  g_assert_false (lives (store, "heading", heading));
  g_assert_false (lives (store, "issue", issue));
  g_assert_false (lives (store, "measure", measure));

  g_autoptr (LedgerLineage) lineage = ledger_lineage_load (ledger_store_peek_log (store), NULL);
  g_autoptr (GHashTable) set = ledger_lineage_set_new ();
  ledger_lineage_collect (lineage, key_of (store, "heading", heading), set);
  g_assert_cmpuint (g_hash_table_size (set), ==, 3);
}

/* Something added below a deleted record brings it back with all of it; deleted alone it stays. */
static void
test_added_below (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *heading = fixture_add (store, "a", "heading", NULL, "一");
  g_autofree char *issue = fixture_add (store, "a", "issue", heading, "二");
  g_autofree char *gone = fixture_add (store, "a", "issue", heading, "先删");
  fixture_delete (store, "a", "issue", gone);
  fixture_delete (store, "a", "heading", heading);
  g_assert_false (lives (store, "issue", issue));
  g_autofree char *added = fixture_add (store, "b", "measure", issue, "后加");
  g_assert_true (lives (store, "heading", heading));
  g_assert_true (lives (store, "issue", issue));
  g_assert_true (lives (store, "measure", added));
  g_assert_false (lives (store, "issue", gone));
  fixture_delete (store, "b", "measure", added);
  g_assert_false (lives (store, "heading", heading));
}

/* Circles of one, two and five, deleted at any place: every walk ends, rows and lineage agree. */
static void
test_circles (void)
{
  static const guint sizes[] = { 1, 2, 5 };
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *path = fixture_path (fixture, "a.zgl");
      g_autoptr (LedgerStore) store = fixture_create (path, "a");
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
      for (guint j = 0; j < sizes[i]; j++)
        g_ptr_array_add (ids, fixture_add (store, "a", "heading", NULL, "圈"));
      for (guint j = 0; j < sizes[i]; j++)
        fixture_set (
            store, "a", "heading", ids->pdata[j], "parent", ids->pdata[(j + 1) % sizes[i]]);
      g_autofree char *issue = fixture_add (store, "a", "issue", ids->pdata[0], "问题");
      g_assert_true (lives (store, "issue", issue));
      fixture_delete (store, "a", "heading", ids->pdata[sizes[i] - 1]);
      for (guint j = 0; j < sizes[i]; j++)
        lives (store, "heading", ids->pdata[j]);
      lives (store, "issue", issue);
      fixture_assert_rebuilds (store);
    }
}

/* Deleted inside deleted inside …, forty deep. */
static void
test_deep (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 40; i++)
    g_ptr_array_add (ids,
                     fixture_add (store, "a", "heading", i > 0 ? ids->pdata[i - 1] : NULL, "层"));
  for (guint i = ids->len; i > 0; i--)
    fixture_delete (store, "a", "heading", ids->pdata[i - 1]);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM heading"), ==, 0);
  g_assert_true (ledger_store_rebuild (store, NULL, NULL, NULL));
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM heading"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lineage/levels", test_levels);
  g_test_add_func ("/lineage/added-below", test_added_below);
  g_test_add_func ("/lineage/circles", test_circles);
  g_test_add_func ("/lineage/deep", test_deep);
  return g_test_run ();
}
