/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-id.h"
#include "store-fixture.h"

#include <string.h>

/* Random histories of three files with copies, restores and exchanges in any order (LOG 1): they
 * converge to one tip and one reading, and nothing that any of them held is lost. */
#define FILES 3
#define STEPS 45
#define HISTORIES 12

typedef struct
{
  Fixture *fixture;
  char *paths[FILES];
  char *saved[FILES]; /* a backup of each; may not exist yet */
  LedgerStore *stores[FILES];
  GPtrArray *ids; /* "type id" of everything ever made */
} World;

static void
world_open (World *world, guint file)
{
  world->stores[file] = fixture_open (world->paths[file], LEDGER_STORE_WRITE);
}

static void
world_init (World *world)
{
  static const char *const names[] = { "a.zgl", "b.zgl", "c.zgl" };
  static const char *const copies[] = { "a.old", "b.old", "c.old" };
  world->fixture = fixture_new ();
  world->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < FILES; i++)
    {
      world->paths[i] = fixture_path (world->fixture, names[i]);
      world->saved[i] = fixture_path (world->fixture, copies[i]);
    }
  g_autoptr (LedgerStore) first = fixture_create (world->paths[0], "0");
  ledger_store_close (first, NULL);
  for (guint i = 1; i < FILES; i++)
    fixture_copy (world->paths[0], world->paths[i]);
  for (guint i = 0; i < FILES; i++)
    world_open (world, i);
}

static void
world_clear (World *world)
{
  for (guint i = 0; i < FILES; i++)
    {
      g_clear_object (&world->stores[i]);
      g_free (world->paths[i]);
      g_free (world->saved[i]);
    }
  g_ptr_array_unref (world->ids);
  fixture_free (world->fixture);
}

/* A random record of TYPE, NULL where there is none yet. */
static const char *
pick (World *world, const char *type)
{
  for (guint i = 0; i < 10 && world->ids->len > 0; i++)
    {
      const char *name = world->ids->pdata[g_test_rand_int_range (0, (gint32)world->ids->len)];
      if (g_str_has_prefix (name, type))
        return name + strlen (type) + 1;
    }
  return NULL;
}

static const char *
parent_type (const char *type)
{
  return g_str_equal (type, "measure")    ? "issue"
         : g_str_equal (type, "evidence") ? "measure"
                                          : "heading";
}

static const char *
parent_field (const char *type)
{
  return g_str_equal (type, "heading") ? "parent" : parent_type (type);
}

static void
random_edit (World *world, guint file)
{
  static const char *const types[] = { "heading", "issue", "measure", "evidence" };
  g_autofree char *desk = g_strdup_printf ("%u", file);
  g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int_range (0, 5));
  g_autoptr (LedgerEdit) edit = fixture_edit (desk);
  for (gint i = g_test_rand_int_range (1, 4); i > 0; i--)
    {
      const char *type = types[g_test_rand_int_range (0, 4)];
      const char *known = pick (world, type);
      const char *parent = pick (world, parent_type (type));
      gint what = g_test_rand_int_range (0, 10);
      g_autofree char *id = ledger_id_new_random ();
      if (known == NULL || what < 3)
        {
          ledger_edit_set_text (edit, type, id, parent_field (type), parent);
          ledger_edit_set_text (edit, type, id, "text", text);
          g_ptr_array_add (world->ids, g_strconcat (type, " ", id, NULL));
        }
      else if (what < 6)
        ledger_edit_set_text (edit, type, known, "text", text);
      else if (what < 8)
        ledger_edit_set_text (edit, type, known, parent_field (type), parent);
      else if (what < 9)
        ledger_edit_delete (edit, type, known);
      else
        ledger_edit_keep (edit, type, known);
    }
  GError *error = NULL;
  ledger_store_commit (world->stores[file], edit, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
take (World *world, guint to, guint from)
{
  GError *error = NULL;
  ledger_store_take_in (
      world->stores[to], world->stores[from], "合", "desk", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
copy_closed (World *world, const char *from, const char *to, guint closed, guint also)
{
  g_clear_object (&world->stores[closed]);
  g_clear_object (&world->stores[also]);
  if (g_file_test (from, G_FILE_TEST_EXISTS))
    fixture_copy (from, to);
  world_open (world, closed);
  if (also != closed)
    world_open (world, also);
}

static void
random_step (World *world)
{
  guint file = (guint)g_test_rand_int_range (0, FILES);
  guint other = (file + (guint)g_test_rand_int_range (1, FILES)) % FILES;
  g_autofree char *desk = g_strdup_printf ("%u", file);
  gint what = g_test_rand_int_range (0, 20);
  if (what < 12)
    random_edit (world, file);
  else if (what < 14)
    {
      /* Refused or nothing there: both are answers. */
      g_autoptr (GError) ignored = NULL;
      ledger_store_undo (world->stores[file], desk, desk, NULL, &ignored);
    }
  else if (what < 15)
    ledger_store_redo (world->stores[file], desk, desk, NULL, NULL);
  else if (what < 17)
    take (world, file, other);
  else if (what < 18)
    copy_closed (world, world->paths[file], world->saved[file], file, file);
  else if (what < 19)
    copy_closed (world, world->saved[file], world->paths[file], file, file);
  else
    copy_closed (world, world->paths[file], world->paths[other], file, other);
}

/* The hashes of all edits and the text of all operations of a file. */
static void
collect (LedgerStore *store, GHashTable *set)
{
  GError *error = NULL;
  LedgerStatement *rows = ledger_store_prepare (
      store,
      "SELECT hex (e.hash) || ' ' || hex (r.id) || n.text || coalesce (quote (o.value), '') "
      "FROM log_edit e LEFT JOIN log_operation o ON o.edit = e.key "
      "LEFT JOIN log_record r ON r.key = o.record LEFT JOIN log_name n ON n.key = o.field "
      "WHERE n.text IS NOT NULL",
      &error);
  g_assert_no_error (error);
  while (ledger_statement_step (rows, &error))
    g_hash_table_add (set, g_strdup (ledger_statement_get_text (rows, 0)));
  g_assert_no_error (error);
}

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
assert_same (World *world, GHashTable *before)
{
  g_autofree char *tip = ledger_store_dup_tip (world->stores[0], NULL);
  g_autofree char *digest = fixture_digest (world->stores[0]);
  for (guint i = 0; i < FILES; i++)
    {
      g_autoptr (GHashTable) after = set_new ();
      g_autofree char *other_tip = ledger_store_dup_tip (world->stores[i], NULL);
      g_autofree char *other_digest = fixture_digest (world->stores[i]);
      g_assert_cmpstr (tip, ==, other_tip);
      g_assert_cmpstr (digest, ==, other_digest);
      collect (world->stores[i], after);
      GHashTableIter iter;
      gpointer key;
      g_hash_table_iter_init (&iter, before);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_assert_true (g_hash_table_contains (after, key));
      g_assert_true (ledger_store_rebuild (world->stores[i], NULL, NULL, NULL));
      g_autofree char *rebuilt = fixture_digest (world->stores[i]);
      g_assert_cmpstr (digest, ==, rebuilt);
      fixture_assert_sound (world->stores[i]);
    }
}

static void
test_histories (void)
{
  for (guint i = 0; i < HISTORIES; i++)
    {
      World world = { 0 };
      g_autoptr (GHashTable) before = set_new ();
      world_init (&world);
      for (guint step = 0; step < STEPS; step++)
        random_step (&world);
      for (guint file = 0; file < FILES; file++)
        {
          /* Kept up edit by edit, the reading is what a rebuild makes of it. */
          g_autofree char *live = fixture_digest (world.stores[file]);
          g_assert_true (ledger_store_rebuild (world.stores[file], NULL, NULL, NULL));
          g_autofree char *rebuilt = fixture_digest (world.stores[file]);
          g_assert_cmpstr (live, ==, rebuilt);
          collect (world.stores[file], before);
        }
      take (&world, 1, 2);
      take (&world, 0, 1);
      take (&world, 1, 0);
      take (&world, 2, 0);
      assert_same (&world, before);
      world_clear (&world);
    }
}

/* The same operations under other local keys, in another order of records, fields and names: the
 * reading is a function of their set (LOG 5). */
static void
test_shuffled (void)
{
  static const char shuffle[] =
      "CREATE TEMP TABLE r AS SELECT key AS old, row_number () OVER (ORDER BY random ()) AS new "
      "FROM log_record;"
      "CREATE TEMP TABLE n AS SELECT key AS old, row_number () OVER (ORDER BY random ()) AS new "
      "FROM log_name;"
      "UPDATE log_operation SET record = -(SELECT new FROM r WHERE old = record),"
      " field = -(SELECT new FROM n WHERE old = field);"
      "UPDATE log_operation SET record = -record, field = -field;"
      "UPDATE log_parent SET record = -(SELECT new FROM r WHERE old = record),"
      " field = -(SELECT new FROM n WHERE old = field);"
      "UPDATE log_parent SET record = -record, field = -field;"
      "UPDATE log_part SET record = -(SELECT new FROM r WHERE old = record) WHERE record > 0;"
      "UPDATE log_part SET record = -record;"
      "UPDATE log_record SET type = (SELECT new FROM n WHERE old = type),"
      " key = -(SELECT new FROM r WHERE old = key);"
      "UPDATE log_record SET key = -key;"
      "UPDATE log_name SET key = -(SELECT new FROM n WHERE old = key);"
      "UPDATE log_name SET key = -key;"
      "DROP TABLE reading;";
  World world = { 0 };
  world_init (&world);
  for (guint step = 0; step < 2 * STEPS; step++)
    random_step (&world);
  take (&world, 0, 1);
  take (&world, 0, 2);
  g_autofree char *before = fixture_digest (world.stores[0]);
  for (guint i = 0; i < 5; i++)
    {
      g_clear_object (&world.stores[0]);
      fixture_raw (world.paths[0], shuffle);
      world_open (&world, 0);
      g_autofree char *after = fixture_digest (world.stores[0]);
      g_assert_cmpstr (before, ==, after);
      fixture_assert_sound (world.stores[0]);
    }
  world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apply/histories", test_histories);
  g_test_add_func ("/apply/shuffled", test_shuffled);
  return g_test_run ();
}
