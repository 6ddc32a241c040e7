/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log-check.h"

#include "ledger-damage-list.h"
#include "ledger-error.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

static GPtrArray *
check (LedgerStore *store)
{
  GPtrArray *damages = ledger_damage_list_new ();
  GError *error = NULL;
  g_assert_true (
      ledger_log_check (ledger_store_peek_log (store), damages, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return damages;
}

/* Each fault is named by where it lies. */
static void
test_places (void)
{
  static const struct
  {
    const char *sql;
    const char *place;
    const char *part;
  } cases[] = {
    { "UPDATE log_operation SET value = 'y' WHERE edit = 3", "operation", "edit 3" },
    { "UPDATE log_edit SET title = 'y' WHERE key = 2", "edit", "2" },
    { "UPDATE log_edit SET hash = zeroblob (32) WHERE key = 3", "edit", "3" },
    { "UPDATE log_parent SET parent = 4", "parent", "text" },
    { "INSERT INTO log_record (type, id) VALUES (1, zeroblob (16))", "record", "0000" },
    { "INSERT INTO log_name (text) VALUES ('stray')", "name", "stray" },
    { "INSERT INTO log_part VALUES (99, 0, zeroblob (32))", "log", "" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  fixture_set (store, "a", "issue", issue, "text", "二");
  g_autofree char *other = fixture_add (store, "a", "issue", NULL, "三");
  g_clear_object (&store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean named = FALSE;
      fixture_damage (path, copy, cases[i].sql);
      store = fixture_open (copy, LEDGER_STORE_READ);
      g_autoptr (GPtrArray) damages = check (store);
      for (guint j = 0; j < damages->len; j++)
        {
          const LedgerDamage *damage = damages->pdata[j];
          named = named
                  || (g_str_equal (damage->place, cases[i].place)
                      && strstr (damage->text, cases[i].part) != NULL);
        }
      g_test_message ("%s", cases[i].sql);
      g_assert_true (named);
      GError *error = NULL;
      g_assert_false (ledger_damage_list_refuse (damages, copy, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
      g_clear_error (&error);
      g_clear_object (&store);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log-check/places", test_places);
  return g_test_run ();
}
