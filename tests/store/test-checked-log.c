/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-checked-log.h"

#include "ledger-damage-list.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

static char *
make_file (Fixture *fixture)
{
  char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  fixture_set (store, "a", "issue", issue, "text", "二");
  return path;
}

static void
test_what_is_there (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_file (fixture);
  g_autoptr (LedgerStore) store = fixture_open (path, LEDGER_STORE_READ);
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  GError *error = NULL;
  g_autoptr (LedgerCheckedLog) log =
      ledger_checked_log_load (ledger_store_peek_log (store), damages, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (damages->len, ==, 0);
  g_assert_cmpuint (log->edits->len, ==, 3);
  for (gint64 key = 1; key <= 3; key++)
    g_assert_cmpint (ledger_checked_log_find_edit (log, key)->key, ==, key);
  g_assert_null (ledger_checked_log_find_edit (log, 4));
  g_assert_null (ledger_checked_log_find_edit (log, 0));
  g_assert_cmpstr (
      ledger_checked_record_describe (ledger_checked_log_find_record (log, 1)), ==, "issue");
  g_assert_null (ledger_checked_log_find_record (log, 2));
  g_assert_cmpstr (ledger_checked_record_describe (NULL), ==, "?");
}

static void
test_names_that_are_none (void)
{
  static const struct
  {
    const char *sql;
    const char *place;
  } cases[] = {
    { "UPDATE log_record SET type = 99", "record" },
    { "UPDATE log_record SET id = zeroblob (3)", "record" },
    { "UPDATE log_edit SET hash = zeroblob (31) WHERE key = 2", "edit" },
    { "UPDATE log_edit SET seed = zeroblob (31) WHERE key = 2", "edit" },
    { "UPDATE log_edit SET hash = (SELECT hash FROM log_edit WHERE key = 2) WHERE key = 3",
      "edit" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_file (fixture);
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_damage (path, copy, cases[i].sql);
      g_autoptr (LedgerStore) store = fixture_open (copy, LEDGER_STORE_READ);
      g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
      g_autoptr (LedgerCheckedLog) log =
          ledger_checked_log_load (ledger_store_peek_log (store), damages, NULL);
      g_test_message ("%s", cases[i].sql);
      g_assert_cmpuint (damages->len, ==, 1);
      g_assert_cmpstr (((LedgerDamage *)damages->pdata[0])->place, ==, cases[i].place);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checked-log/what-is-there", test_what_is_there);
  g_test_add_func ("/checked-log/names-that-are-none", test_names_that_are_none);
  return g_test_run ();
}
