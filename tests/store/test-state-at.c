/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "store-fixture.h"

static void
test_states (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  g_autofree char *first = ledger_store_dup_tip (store, NULL);
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "一");
  g_autofree char *second = ledger_store_dup_tip (store, NULL);
  fixture_set (store, "a", "issue", id, "text", "二");
  g_autofree char *third = ledger_store_dup_tip (store, NULL);
  GError *error = NULL;

  g_assert_null (ledger_store_get_value_at (store, first, "issue", id, "text", &error));
  g_assert_no_error (error);
  g_autoptr (LedgerValue) then =
      ledger_store_get_value_at (store, second, "issue", id, "text", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ledger_value_get_text (then), ==, "一");
  g_autoptr (LedgerValue) now =
      ledger_store_get_value_at (store, third, "issue", id, "text", &error);
  g_assert_cmpstr (ledger_value_get_text (now), ==, "二");

  g_autofree char *latest = ledger_store_dup_tip_at_time (store, G_MAXINT64, &error);
  g_assert_cmpstr (latest, ==, third);
  g_assert_null (ledger_store_dup_tip_at_time (store, 0, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

/* A state is that edit and its ancestors: what the other copy did beside it is not in it. */
static void
test_beside_is_outside (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_autoptr (LedgerStore) other = fixture_fork (&store, copy);
  fixture_set (store, "a", "issue", issue, "text", "二");
  g_autofree char *ours = ledger_store_dup_tip (store, NULL);
  fixture_set (other, "b", "issue", issue, "due", "2026-03-05");
  g_autofree char *theirs = ledger_store_dup_tip (other, NULL);
  g_assert_true (ledger_store_take_in (store, other, "a", "a", NULL, NULL, NULL, NULL));

  GError *error = NULL;
  g_assert_null (ledger_store_get_value_at (store, ours, "issue", issue, "due", &error));
  g_assert_no_error (error);
  g_autoptr (LedgerValue) text =
      ledger_store_get_value_at (store, theirs, "issue", issue, "text", &error);
  g_assert_cmpstr (ledger_value_get_text (text), ==, "一");
  g_autofree char *tip = ledger_store_dup_tip (store, NULL);
  g_autoptr (LedgerValue) due =
      ledger_store_get_value_at (store, tip, "issue", issue, "due", &error);
  g_assert_cmpstr (ledger_value_get_text (due), ==, "2026-03-05");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-at/states", test_states);
  g_test_add_func ("/state-at/beside-is-outside", test_beside_is_outside);
  return g_test_run ();
}
