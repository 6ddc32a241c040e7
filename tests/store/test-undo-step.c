/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-undo-step.h"

#include "ledger-store-room.h"
#include "store-fixture.h"

static gint64
find (LedgerStore *store, const char *desk, gboolean redo)
{
  GError *error = NULL;
  gint64 found = ledger_undo_step_find (ledger_store_peek_log (store), desk, redo, &error);
  g_assert_no_error (error);
  return found;
}

/* The latest edit of the desk that was not undone; the latest undo of it with no edit after. */
static void
test_steps (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_assert_cmpint (find (store, "a", FALSE), ==, 0); /* making the file is no step */
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  gint64 added = ledger_store_get_position (store);
  fixture_set (store, "b", "issue", issue, "due", "2026-03-05");
  gint64 of_b = ledger_store_get_position (store);
  fixture_set (store, "a", "issue", issue, "text", "二");
  gint64 changed = ledger_store_get_position (store);
  g_assert_cmpint (find (store, "a", FALSE), ==, changed);
  g_assert_cmpint (find (store, "b", FALSE), ==, of_b);
  g_assert_cmpint (find (store, "a", TRUE), ==, 0);

  g_assert_true (ledger_store_undo (store, "a", "a", NULL, NULL));
  gint64 undone = ledger_store_get_position (store);
  g_assert_cmpint (find (store, "a", FALSE), ==, added);
  g_assert_cmpint (find (store, "a", TRUE), ==, undone);
  g_assert_cmpint (find (store, "b", TRUE), ==, 0);
  /* Another desk's edit does not end what this one may redo; its own does. */
  fixture_set (store, "b", "issue", issue, "due", "2026-03-06");
  g_assert_cmpint (find (store, "a", TRUE), ==, undone);
  fixture_set (store, "a", "issue", issue, "number", "1");
  g_assert_cmpint (find (store, "a", TRUE), ==, 0);
}

static void
test_title (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (ledger_store_undo (store, "a", "a", NULL, NULL));
      g_assert_true (ledger_store_redo (store, "a", "a", NULL, NULL));
    }
  g_autofree char *title = ledger_undo_step_dup_title (
      ledger_store_peek_log (store), ledger_store_get_position (store), NULL);
  g_assert_cmpstr (title, ==, "修改");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo-step/steps", test_steps);
  g_test_add_func ("/undo-step/title", test_title);
  return g_test_run ();
}
