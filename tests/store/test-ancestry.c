/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-ancestry.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

/* Against the plain closure, on histories with forks and joins of every shape. */
#define EDITS 60

typedef struct
{
  gboolean is_ancestor[EDITS][EDITS];
} Oracle;

static void
write_edits (const char *path, Oracle *oracle)
{
  GString *sql = g_string_new ("BEGIN; DELETE FROM log_prev; DELETE FROM log_edit;");
  memset (oracle, 0, sizeof *oracle);
  for (gint i = 0; i < EDITS; i++)
    {
      gint first = i > 0 ? g_test_rand_int_range (MAX (0, i - 6), i) : -1;
      gint second = i > 2 && g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, i) : -1;
      g_autofree char *prev = first >= 0 ? g_strdup_printf ("%d", first + 1) : g_strdup ("NULL");
      g_string_append_printf (
          sql,
          "INSERT INTO log_edit VALUES (%d, randomblob (32), %s, 'edit', NULL, '', "
          "NULL, '', '', 0, 0, zeroblob (32));",
          i + 1,
          prev);
      if (second >= 0 && second != first)
        g_string_append_printf (sql, "INSERT INTO log_prev VALUES (%d, 1, %d);", i + 1, second + 1);
      oracle->is_ancestor[i][i] = TRUE;
      for (gint j = 0; j < EDITS; j++)
        oracle->is_ancestor[i][j] |=
            (first >= 0 && oracle->is_ancestor[first][j])
            || (second >= 0 && second != first && oracle->is_ancestor[second][j]);
    }
  g_string_append (sql, "COMMIT;");
  fixture_raw (path, sql->str);
  g_string_free (sql, TRUE);
}

static guint
count_tips (const Oracle *oracle)
{
  guint n_tips = 0;
  for (guint i = 0; i < EDITS; i++)
    {
      guint n_later = 0;
      for (guint j = 0; j < EDITS; j++)
        n_later += oracle->is_ancestor[j][i];
      n_tips += n_later == 1;
    }
  return n_tips;
}

static void
test_oracle (void)
{
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *path = fixture_path (fixture, "a.zgl");
      g_autoptr (LedgerStore) store = fixture_create (path, "a");
      g_autofree Oracle *oracle = g_new0 (Oracle, 1);
      GError *error = NULL;
      g_clear_object (&store);
      write_edits (path, oracle);
      store = fixture_open (path, LEDGER_STORE_READ);
      g_autoptr (LedgerAncestry) ancestry =
          ledger_ancestry_load (ledger_store_peek_log (store), &error);
      g_assert_no_error (error);
      for (gint i = 0; i < EDITS; i++)
        for (gint j = 0; j < EDITS; j++)
          g_assert_cmpint (
              ledger_ancestry_contains (ancestry, i + 1, j + 1), ==, oracle->is_ancestor[i][j]);
      g_assert_cmpuint (ledger_ancestry_get_n_tips (ancestry), ==, count_tips (oracle));
      g_assert_cmpint (ledger_ancestry_get_position (ancestry), ==, EDITS);
      g_assert_false (ledger_ancestry_contains (ancestry, EDITS + 1, 1));
      g_assert_false (ledger_ancestry_contains (ancestry, 1, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ancestry/oracle", test_oracle);
  return g_test_run ();
}
