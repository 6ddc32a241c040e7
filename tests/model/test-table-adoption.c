/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-adoption.h"

#include "ledger-fixture.h"
#include "ledger-id.h"
#include "ledger-issue.h"

static GHashTable *
set_of (const char *id)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (ids, g_strdup (id));
  return ids;
}

static LedgerTable *
read_table (LedgerDocument *document)
{
  LedgerTable *table = ledger_table_new (LEDGER_TYPE_ISSUE);
  g_autoptr (GError) error = NULL;

  ledger_table_load_all (table, ledger_document_get_store (document), &error);
  g_assert_no_error (error);
  ledger_table_publish (table);
  return table;
}

/* One record a slice. */
static LedgerTableAdoption *
look_through (LedgerTable *table, LedgerTable *later, GHashTable *touched)
{
  LedgerTableAdoption *adoption = ledger_table_adoption_new (table, later, touched);
  guint n_slices = 0;
  guint budget;

  do
    {
      budget = 1;
      n_slices++;
      g_assert_false (ledger_table_adoption_is_void (adoption));
    }
  while (!ledger_table_adoption_step (adoption, &budget));
  g_assert_cmpuint (n_slices, >=, ledger_table_get_n_records (later));
  return adoption;
}

static void
assert_same_order (LedgerTable *table, LedgerTable *later, guint n)
{
  g_assert_cmpuint (ledger_table_get_n_records (table), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (ledger_record_get_id (ledger_table_get_record (table, i)),
                     ==,
                     ledger_record_get_id (ledger_table_get_record (later, i)));
}

static void
test_adopt (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *stays = fixture_issue (document, NULL, "留下");
  g_autofree char *changes = fixture_issue (document, NULL, "会改");
  g_autofree char *goes = fixture_issue (document, NULL, "会走");
  const char *const gone[] = { goes, NULL };
  g_autoptr (LedgerTable) table = read_table (document);
  LedgerRecord *kept = ledger_table_lookup (table, stays);
  LedgerRecord *changed = ledger_table_lookup (table, changes);

  fixture_put (document, "issue", changes, "text", "改了", NULL);
  fixture_commit (document, ledger_gesture_delete (document, "issue", gone, NULL));
  g_autofree char *comes = fixture_issue (document, NULL, "新来");
  g_autoptr (LedgerTable) later = read_table (document);
  g_autoptr (GHashTable) touched = set_of (changes);
  g_autoptr (LedgerTableAdoption) adoption = look_through (table, later, touched);

  /* Nothing yet. */
  g_assert_true (ledger_table_adoption_moves (adoption));
  g_assert_nonnull (ledger_table_lookup (table, goes));
  g_assert_null (ledger_table_lookup (table, comes));
  g_assert_cmpstr (ledger_record_get_text (changed, LEDGER_ISSUE_TEXT), ==, "会改");
  ledger_table_adoption_finish (adoption);

  /* Known at once, shown when it is published. */
  g_assert_true (ledger_table_lookup (table, stays) == kept);
  g_assert_true (ledger_table_lookup (table, changes) == changed);
  g_assert_cmpstr (ledger_record_get_text (changed, LEDGER_ISSUE_TEXT), ==, "改了");
  g_assert_null (ledger_table_lookup (table, goes));
  g_assert_true (ledger_table_lookup (table, comes) == ledger_table_lookup (later, comes));
  g_assert_true (g_hash_table_contains (ledger_table_get_changed (table), changed));
  g_assert_cmpuint (g_hash_table_size (ledger_table_get_appeared (table)), ==, 1);
  g_assert_cmpuint (ledger_table_get_vanished (table)->len, ==, 1);

  /* The other may go: what came over lives on. */
  guint budget = 1;
  g_assert_true (ledger_table_adoption_drop (adoption, &budget));
  g_clear_pointer (&adoption, ledger_table_adoption_free);
  ledger_table_publish (table);
  assert_same_order (table, later, 3);
  g_clear_object (&later);
  LedgerRecord *new = ledger_table_lookup (table, comes);
  g_assert_cmpstr (ledger_record_get_text (new, LEDGER_ISSUE_TEXT), ==, "新来");
}

/* Nothing was touched, nothing is told. */
static void
test_same (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autoptr (LedgerTable) table = read_table (document);
  g_autoptr (LedgerTable) later = read_table (document);
  g_autoptr (GHashTable) touched = set_of (issue);

  g_autoptr (LedgerTableAdoption) adoption = look_through (table, later, touched);
  g_assert_false (ledger_table_adoption_moves (adoption));
  ledger_table_adoption_finish (adoption);
  g_assert_cmpuint (g_hash_table_size (ledger_table_get_changed (table)), ==, 0);
  g_assert_cmpuint (g_hash_table_size (ledger_table_get_appeared (table)), ==, 0);
}

/* So many records that the list moves as a whole: in the order that the other had. */
static void
test_order (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *first = fixture_issue (document, NULL, "问题");
  g_autoptr (LedgerTable) table = read_table (document);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "many");
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = ledger_id_new_random ();
      ledger_edit_set_text (edit, "issue", id, "text", "问题");
    }
  fixture_commit (document, g_steal_pointer (&edit));
  g_autoptr (LedgerTable) later = read_table (document);
  g_autoptr (LedgerTableAdoption) adoption = look_through (table, later, NULL);

  ledger_table_adoption_finish (adoption);
  ledger_table_publish (table);
  assert_same_order (table, later, 201);
}

/* What is read in between makes void what was found. */
static void
test_void (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autoptr (LedgerTable) table = read_table (document);
  g_autoptr (LedgerTable) later = read_table (document);
  g_autoptr (GHashTable) touched = set_of (issue);
  g_autoptr (LedgerTableAdoption) adoption = look_through (table, later, touched);
  g_autoptr (GError) error = NULL;

  ledger_table_reload (table, ledger_document_get_store (document), touched, &error);
  g_assert_no_error (error);
  g_assert_true (ledger_table_adoption_is_void (adoption));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/table-adoption/adopt", test_adopt);
  g_test_add_func ("/table-adoption/same", test_same);
  g_test_add_func ("/table-adoption/order", test_order);
  g_test_add_func ("/table-adoption/void", test_void);
  return fixture_run ();
}
