/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-id.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

/* A one-operation edit against a bare transaction that inserts one row with the same durability, in
 * turns in one run. The log holds an import of 4,000 issues first, so that no tree is one page. */
#define ROUNDS 40
#define PER_ROUND 25
#define LIMIT 1.5

static sqlite3 *
open_bare (const char *path, sqlite3_stmt **insert)
{
  sqlite3 *handle = NULL;
  sqlite3_open (path, &handle);
  sqlite3_exec (handle,
                "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "CREATE TABLE a (key INTEGER PRIMARY KEY, text TEXT) STRICT",
                NULL,
                NULL,
                NULL);
  sqlite3_prepare_v2 (handle, "INSERT INTO a (text) VALUES (?)", -1, insert, NULL);
  return handle;
}

static double
run_bare (sqlite3 *handle, sqlite3_stmt *insert)
{
  gint64 start = g_get_monotonic_time ();
  for (guint i = 0; i < PER_ROUND; i++)
    {
      sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);
      sqlite3_bind_text (insert, 1, "2026-03-05", -1, SQLITE_STATIC);
      sqlite3_step (insert);
      sqlite3_reset (insert);
      sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL);
    }
  return (double)(g_get_monotonic_time () - start) / PER_ROUND;
}

static double
run_edits (LedgerStore *store, GPtrArray *ids, guint round)
{
  gint64 start = g_get_monotonic_time ();
  for (guint i = 0; i < PER_ROUND; i++)
    {
      guint number = round * PER_ROUND + i;
      g_autofree char *due = g_strdup_printf ("2026-03-%02u", 1 + number % 28);
      g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, "修改整改时限");
      ledger_edit_set_actor (edit, "李敏", "desk");
      ledger_edit_set_text (edit, "issue", ids->pdata[(number * 37) % ids->len], "due", due);
      ledger_store_commit (store, edit, NULL, NULL, NULL);
    }
  return (double)(g_get_monotonic_time () - start) / PER_ROUND;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a;
  double other = *(const double *)b;
  return (one > other) - (one < other);
}

static double
middle (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);
  return values[ROUNDS / 2];
}

static void
fill (LedgerStore *store, GPtrArray *ids)
{
  g_autoptr (LedgerEdit) import = ledger_edit_new (LEDGER_EDIT_IMPORT, "导入");
  ledger_edit_set_actor (import, "李敏", "desk");
  for (guint i = 0; i < 4000; i++)
    {
      char *id = ledger_id_new_random ();
      g_ptr_array_add (ids, id);
      ledger_edit_set_text (import, "issue", id, "text", "党委理论学习中心组学习不够深入");
      ledger_edit_set_text (import, "issue", id, "due", "2026-01-01");
      ledger_edit_set_text (import, "issue", id, "number", "1.1.1");
    }
  ledger_store_commit (store, import, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *bare_path = fixture_path (fixture, "bare.db");
  g_autoptr (LedgerStore) store = fixture_create (path, "李敏");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *insert = NULL;
  sqlite3 *bare = open_bare (bare_path, &insert);
  double edits[ROUNDS];
  double inserts[ROUNDS];

  fill (store, ids);
  for (guint i = 0; i < ROUNDS; i++)
    {
      inserts[i] = run_bare (bare, insert);
      edits[i] = run_edits (store, ids, i);
    }
  double insert_time = middle (inserts);
  double edit_time = middle (edits);
  double ratio = edit_time / insert_time;
  g_print ("commit: %.0f µs, bare insert: %.0f µs, ratio %.2f (at most %.1f)\n",
           edit_time,
           insert_time,
           ratio,
           LIMIT);
  sqlite3_finalize (insert);
  sqlite3_close (bare);
  ledger_store_close (store, NULL);
  g_unlink (bare_path);
  return ratio <= LIMIT ? EXIT_SUCCESS : EXIT_FAILURE;
}
