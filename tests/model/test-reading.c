/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-reading.h"

#include "ledger-record.h"

/* Every name is one word of the log: no two alike, none that the store keeps for itself. */
static void
test_names (void)
{
  const LedgerReading *reading = ledger_reading_get_default ();
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (reading->number, >=, 1);
  for (guint i = 0; i < reading->n_types; i++)
    {
      const LedgerRecordType *type = reading->types[i];
      g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
      g_assert_true (g_hash_table_add (types, (gpointer)type->name));
      for (guint j = 0; j < type->n_columns; j++)
        {
          const char *name = type->columns[j].name;
          g_assert_true (g_regex_match_simple ("^[a-z][a-z_]*$", name, 0, 0));
          g_assert_true (g_hash_table_add (columns, (gpointer)name));
          g_assert_cmpstr (name, !=, "record");
          g_assert_cmpstr (name, !=, "id");
          g_assert_cmpstr (name, !=, "deleted");
        }
    }
}

/* A refresh follows deletions from the upper to the lower. */
static void
test_parents_come_first (void)
{
  const LedgerReading *reading = ledger_reading_get_default ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reading->n_types; i++)
    {
      const LedgerRecordType *type = reading->types[i];
      guint parent = ledger_record_type_parent_column (type);
      g_hash_table_add (seen, (gpointer)type->name);
      if (parent != G_MAXUINT)
        g_assert_true (g_hash_table_contains (seen, type->columns[parent].target));
    }
}

static void
test_classes (void)
{
  const LedgerReading *reading = ledger_reading_get_default ();

  for (guint i = 0; i < reading->n_types; i++)
    {
      GType gtype = ledger_reading_get_gtype (reading->types[i]->name);
      g_assert_true (g_type_is_a (gtype, LEDGER_TYPE_RECORD));
      g_autoptr (GTypeClass) klass = g_type_class_ref (gtype);
      g_assert_true (((LedgerRecordClass *)klass)->type == reading->types[i]);
    }
  g_assert_cmpuint (ledger_reading_get_gtype ("nothing"), ==, G_TYPE_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/names", test_names);
  g_test_add_func ("/reading/parents-come-first", test_parents_come_first);
  g_test_add_func ("/reading/classes", test_classes);
  return g_test_run ();
}
