/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-reading-table.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

static LedgerReadingTable *
table_of (LedgerStore *store, const char *type)
{
  return ledger_rows_find_table (ledger_apply_get_rows (ledger_store_peek_apply (store)), type);
}

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  LedgerConnection *connection = ledger_store_peek_log (store)->connection;
  LedgerReadingTable *table = table_of (store, "measure");
  g_autoptr (LedgerValue) parent = ledger_value_new_text ("p");
  g_autoptr (LedgerValue) text = ledger_value_new_text ("措施");
  LedgerValue *const values[] = { parent, text, NULL, NULL };
  GError *error = NULL;
  gboolean found = FALSE;
  gsize count = 0;

  g_assert_true (ledger_reading_table_put (table, connection, 7, "x", values, &error));
  g_assert_true (ledger_reading_table_put (table, connection, 7, "x", values, &error));
  g_assert_true (ledger_reading_table_count (table, connection, &count, &error));
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (ledger_reading_table_set (table, connection, 7, 2, text, &found, &error));
  g_assert_true (found);
  g_assert_true (ledger_reading_table_set (table, connection, 8, 2, text, &found, &error));
  g_assert_false (found);
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_assert_true (ledger_reading_table_collect_children (table, connection, "p", children, &error));
  g_assert_cmpuint (children->len, ==, 1);
  g_assert_cmpint (g_array_index (children, gint64, 0), ==, 7);
  g_assert_true (ledger_reading_table_remove (table, connection, 7, &error));
  g_assert_true (ledger_reading_table_count (table, connection, &count, &error));
  g_assert_cmpuint (count, ==, 0);
}

static void
test_fit (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (LedgerValue) text = ledger_value_new_text ("x");
  g_autoptr (LedgerValue) integer = ledger_value_new_integer (1);
  g_autoptr (LedgerValue) bytes = ledger_value_new_bytes ("x", 1);
  g_autoptr (LedgerValue) none = ledger_value_new_none ();
  const LedgerValue *const values[] = { text, integer, bytes, none, NULL };
  for (guint i = 0; i < fixture_reading.n_types; i++)
    {
      const LedgerRecordType *type = fixture_reading.types[i];
      for (guint j = 0; j < type->n_columns; j++)
        {
          LedgerColumnKind kind = type->columns[j].kind;
          const LedgerValue *wanted = kind == LEDGER_COLUMN_INTEGER || kind == LEDGER_COLUMN_FLAG
                                          ? integer
                                      : kind == LEDGER_COLUMN_DIGEST ? bytes
                                                                     : text;
          for (guint k = 0; k < G_N_ELEMENTS (values); k++)
            g_assert_true (ledger_reading_table_fit (table_of (store, type->name), j, values[k])
                           == (values[k] == wanted ? wanted : NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-table/rows", test_rows);
  g_test_add_func ("/reading-table/fit", test_fit);
  return g_test_run ();
}
