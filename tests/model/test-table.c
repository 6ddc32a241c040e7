/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table.h"

#include "ledger-fixture.h"
#include "ledger-id.h"
#include "ledger-issue.h"
#include "ledger-reading.h"

/* What is stored, and what was read, may differ until the next refresh. */
static void
test_stored (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autoptr (LedgerDocument) other =
      fixture_open (ledger_document_get_path (document), LEDGER_DOCUMENT_READ);
  g_autofree char *later = fixture_issue (document, NULL, "后来的");
  LedgerTable *table = ledger_document_get_table (other, "issue");
  LedgerStore *store = ledger_document_get_store (other);
  LedgerEdit *edit = ledger_gesture_new (document, "delete");

  g_assert_true (ledger_table_is_stored (table, store, issue));
  g_assert_true (ledger_table_is_stored (table, store, later));
  g_assert_null (ledger_table_lookup (table, later));
  ledger_edit_delete (edit, "issue", issue);
  fixture_commit (document, edit);
  g_assert_false (ledger_table_is_stored (table, store, issue));
  g_assert_nonnull (ledger_table_lookup (table, issue));
}

static void
test_child_of (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  LedgerTable *measures = ledger_document_get_table (document, "measure");
  LedgerTable *people = ledger_document_get_table (document, "person");

  g_assert_true (ledger_table_is_child_of (measures, "issue"));
  g_assert_false (ledger_table_is_child_of (measures, "heading"));
  g_assert_false (ledger_table_is_child_of (people, "department"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/table/stored", test_stored);
  g_test_add_func ("/table/child-of", test_child_of);
  return fixture_run ();
}
