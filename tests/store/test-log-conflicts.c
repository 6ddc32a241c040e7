/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

/* One issue in two copies, changed apart in FIELD to LEFT and RIGHT and taken together. */
static LedgerStore *
joined (Fixture *fixture, char **issue, const char *field, const char *left, const char *right)
{
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_autoptr (LedgerStore) other = fixture_fork (&store, copy);
  fixture_set (store, "a", "issue", *issue, field, left);
  fixture_set (other, "b", "issue", *issue, field, right);
  g_assert_true (ledger_store_take_in (store, other, "a", "a", NULL, NULL, NULL, NULL));
  return g_steal_pointer (&store);
}

static guint
count (LedgerStore *store)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) list = ledger_store_get_conflicts (store, &error);
  g_assert_no_error (error);
  return list->len;
}

static void
test_listed_while_it_lives (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *issue = NULL;
  g_autoptr (LedgerStore) store = joined (fixture, &issue, "due", "2026-03-05", "2026-03-06");
  g_autoptr (GPtrArray) list = ledger_store_get_conflicts (store, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  const LedgerOperation *conflict = list->pdata[0];
  g_assert_cmpstr (conflict->type, ==, "issue");
  g_assert_cmpstr (conflict->id, ==, issue);
  g_assert_cmpstr (conflict->field, ==, "due");
  fixture_delete (store, "a", "issue", issue);
  g_assert_cmpuint (count (store), ==, 0);
}

static void
test_none (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "c.zgl");
  g_autofree char *issue = NULL;
  g_autoptr (LedgerStore) alone = fixture_create (path, "a");
  g_autofree char *id = fixture_add (alone, "a", "issue", NULL, "一");
  fixture_set (alone, "a", "issue", id, "text", "二");
  g_assert_cmpuint (count (alone), ==, 0);
  g_autoptr (LedgerStore) store = joined (fixture, &issue, "due", "2026-03-05", "2026-03-05");
  g_assert_cmpuint (count (store), ==, 0);
}

/* A field that this program does not know cannot be chosen about. */
static void
test_unknown_field (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *issue = NULL;
  g_autoptr (LedgerStore) store = joined (fixture, &issue, "of_a_later_version", "1", "2");
  g_assert_cmpuint (count (store), ==, 0);
  g_autoptr (GPtrArray) heads =
      ledger_store_get_heads (store, "issue", issue, "of_a_later_version", NULL);
  g_assert_cmpuint (heads->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log-conflicts/listed-while-it-lives", test_listed_while_it_lives);
  g_test_add_func ("/log-conflicts/none", test_none);
  g_test_add_func ("/log-conflicts/unknown-field", test_unknown_field);
  return g_test_run ();
}
