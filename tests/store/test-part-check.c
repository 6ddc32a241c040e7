/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-part-check.h"

#include "ledger-damage-list.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

/* An issue written three times, and another; edits 2 to 5. */
static char *
make_file (Fixture *fixture)
{
  char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  fixture_set (store, "a", "issue", issue, "text", "二");
  fixture_set (store, "a", "issue", issue, "text", "三");
  g_autofree char *other = fixture_add (store, "a", "issue", NULL, "另一");
  return path;
}

static GPtrArray *
check (const char *path, guint *n_parts)
{
  g_autoptr (LedgerStore) store = fixture_open (path, LEDGER_STORE_READ);
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  g_autoptr (LedgerCheckedLog) log =
      ledger_checked_log_load (ledger_store_peek_log (store), damages, NULL);
  GError *error = NULL;
  g_assert_true (ledger_part_check (log, NULL, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; n_parts != NULL && i < log->edits->len; i++)
    *n_parts += g_array_index (log->edits, LedgerCheckedEdit, i).n_parts;
  return g_steal_pointer (&damages);
}

static gboolean
names (GPtrArray *damages, const char *place, const char *part)
{
  gboolean named = FALSE;
  for (guint i = 0; i < damages->len; i++)
    {
      const LedgerDamage *damage = damages->pdata[i];
      named = named || (g_str_equal (damage->place, place) && strstr (damage->text, part) != NULL);
    }
  return named;
}

static void
test_sound (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_file (fixture);
  guint n_parts = 0;
  g_autoptr (GPtrArray) damages = check (path, &n_parts);
  g_assert_cmpuint (damages->len, ==, 0);
  g_assert_cmpuint (n_parts, ==, 4);
}

/* LOG 2: a parent concerns the same record and field and lies among the edit's ancestors. */
static void
test_parents (void)
{
  static const struct
  {
    const char *sql;
    const char *place;
    const char *part;
  } cases[] = {
    { "UPDATE log_parent SET parent = 4 WHERE edit = 3", "parent", "Edit 3" },  /* later */
    { "UPDATE log_parent SET parent = 3 WHERE edit = 3", "parent", "Edit 3" },  /* itself */
    { "UPDATE log_parent SET parent = 5 WHERE edit = 4", "parent", "Edit 4" },  /* another record */
    { "UPDATE log_parent SET parent = 99 WHERE edit = 4", "parent", "Edit 4" }, /* none */
    { "UPDATE log_parent SET edit = 99 WHERE edit = 4", "parent", "no operation" },
    { "DELETE FROM log_parent WHERE edit = 4", "operation", "edit 4" },
    { "UPDATE log_operation SET value = 'y' WHERE edit = 4", "operation", "edit 4" },
    { "DELETE FROM log_operation WHERE edit = 4", "parent", "text" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_file (fixture);
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_damage (path, copy, cases[i].sql);
      g_autoptr (GPtrArray) damages = check (copy, NULL);
      g_test_message ("%s", cases[i].sql);
      g_assert_true (names (damages, cases[i].place, cases[i].part));
    }
}

/* A parent of the same field in a line of work that the edit did not know. */
static void
test_parent_beside (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_file (fixture);
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = NULL;
  fixture_copy (path, copy);
  store = fixture_open (path, LEDGER_STORE_WRITE);
  g_autoptr (LedgerStore) other = fixture_open (copy, LEDGER_STORE_WRITE);
  g_autofree char *id = NULL;
  {
    GError *error = NULL;
    LedgerStatement *row =
        ledger_store_prepare (store, "SELECT id FROM issue WHERE text = '三'", &error);
    g_assert_true (ledger_statement_step (row, &error));
    id = g_strdup (ledger_statement_get_text (row, 0));
    ledger_statement_reset (row);
  }
  fixture_set (store, "a", "issue", id, "text", "甲");
  gint64 ours = ledger_store_get_position (store);
  fixture_set (other, "b", "issue", id, "text", "乙");
  g_assert_true (ledger_store_take_in (store, other, "a", "a", NULL, NULL, NULL, NULL));
  g_clear_object (&store);
  g_autoptr (GPtrArray) sound = check (path, NULL);
  g_assert_cmpuint (sound->len, ==, 0);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE log_parent SET parent = %d WHERE edit = %d", (int)ours, (int)ours + 1);
  fixture_raw (path, sql);
  g_autoptr (GPtrArray) damages = check (path, NULL);
  g_assert_true (names (damages, "parent", "not before it"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/part-check/sound", test_sound);
  g_test_add_func ("/part-check/parents", test_parents);
  g_test_add_func ("/part-check/parent-beside", test_parent_beside);
  return g_test_run ();
}
