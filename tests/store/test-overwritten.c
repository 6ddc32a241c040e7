/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

static GPtrArray *
list (LedgerStore *store)
{
  GError *error = NULL;
  GPtrArray *found = ledger_store_get_overwritten (store, &error);
  g_assert_no_error (error);
  return found;
}

static void
test_written_once_more (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  fixture_set (store, "a", "issue", issue, "original", "原文");
  fixture_set (store, "a", "issue", issue, "text", "二");
  g_autoptr (GPtrArray) none = list (store);
  g_assert_cmpuint (none->len, ==, 0);

  fixture_set (store, "刘洋", "issue", issue, "original", "改过的原文");
  g_autoptr (GPtrArray) found = list (store);
  g_assert_cmpuint (found->len, ==, 1);
  const LedgerOperation *later = found->pdata[0];
  g_assert_cmpstr (later->actor, ==, "刘洋");
  g_assert_cmpstr (later->field, ==, "original");
  g_assert_cmpstr (later->id, ==, issue);
  g_assert_cmpint (
      fixture_count (store, "SELECT count(*) FROM issue WHERE original = '原文'"), ==, 1);
}

/* LOG 7: a signature stands, whatever a later operation or tombstone says, in the file as it is
 * kept and as it is rebuilt. */
static void
test_what_lasts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_autofree char *other = fixture_add (store, "a", "issue", NULL, "二");
  g_autofree char *signoff = fixture_add (store, "a", "signoff", issue, "同意");
  g_autofree char *before = fixture_digest (store);
  g_autoptr (GPtrArray) none = list (store);
  g_assert_cmpuint (none->len, ==, 0);

  fixture_set (store, "b", "signoff", signoff, "text", "不同意");
  fixture_set (store, "b", "signoff", signoff, "issue", other);
  fixture_delete (store, "b", "signoff", signoff);
  g_assert_true (fixture_has (store, "signoff", signoff));
  g_autofree char *after = fixture_digest (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (ledger_store_rebuild (store, NULL, NULL, NULL));
  g_autofree char *rebuilt = fixture_digest (store);
  g_assert_cmpstr (before, ==, rebuilt);
  fixture_assert_sound (store);
  g_autoptr (GPtrArray) found = list (store);
  g_assert_cmpuint (found->len, ==, 3);

  /* It goes out of sight with the issue that it belongs to, and comes back with it. */
  fixture_delete (store, "a", "issue", issue);
  g_assert_false (fixture_has (store, "signoff", signoff));
  g_assert_true (ledger_store_undo (store, "a", "a", NULL, NULL));
  g_assert_true (fixture_has (store, "signoff", signoff));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overwritten/written-once-more", test_written_once_more);
  g_test_add_func ("/overwritten/what-lasts", test_what_lasts);
  return g_test_run ();
}
