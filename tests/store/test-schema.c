/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-schema.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

/* What the file holds is what the constant says, and every column has its comment. */
static void
test_definitions (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  GError *error = NULL;
  LedgerStatement *rows = ledger_store_prepare (
      store, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name", &error);
  guint n_content = 0;
  while (ledger_statement_step (rows, &error))
    {
      const char *name = ledger_statement_get_text (rows, 0);
      const char *sql = ledger_statement_get_text (rows, 1);
      g_assert_cmpint (ledger_schema_defines (sql), ==, ledger_schema_is_content (name));
      if (!ledger_schema_is_content (name))
        continue;
      n_content++;
      g_assert_true (g_strv_contains (ledger_schema_get_tables (), name));
      g_auto (GStrv) lines = g_strsplit (sql, "\n", -1);
      for (guint i = 1; lines[i + 1] != NULL; i++)
        if (g_ascii_islower (lines[i][2]))
          g_assert_nonnull (strstr (lines[i], " -- "));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_content, ==, g_strv_length ((char **)ledger_schema_get_tables ()));
  g_assert_false (ledger_schema_defines (""));
  g_assert_false (ledger_schema_defines (NULL));
}

/* Tables can be filled in this order without a reference to what is not there yet. */
static void
test_order (void)
{
  const char *const *tables = ledger_schema_get_tables ();
  guint operation = 0;
  guint parent = 0;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      operation = g_str_equal (tables[i], "log_operation") ? i : operation;
      parent = g_str_equal (tables[i], "log_parent") ? i : parent;
    }
  g_assert_cmpstr (tables[0], ==, "log_name");
  g_assert_cmpuint (operation, <, parent);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/definitions", test_definitions);
  g_test_add_func ("/schema/order", test_order);
  return g_test_run ();
}
