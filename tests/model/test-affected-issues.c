/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-affected-issues.h"

#include "ledger-fixture.h"

static gboolean
affects (LedgerDocument *document, const char *type, const char *id, const char *issue)
{
  g_autoptr (GHashTable) issues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      ledger_affected_issues_add (ledger_document_get_store (document), type, id, issues, &error));
  g_assert_no_error (error);
  return g_hash_table_contains (issues, issue);
}

static void
test_affected (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_issue (document, NULL, "一");
  g_autofree char *two = fixture_issue (document, NULL, "二");
  g_autofree char *measure = fixture_measure (document, one, "措施");
  g_autofree char *other = fixture_measure (document, two, "措施");
  g_autofree char *proof = fixture_evidence (document, one, measure, "纪要");
  fixture_claim (document, one);

  g_assert_true (affects (document, "issue", one, one));
  g_assert_false (affects (document, "issue", one, two));
  g_assert_true (affects (document, "claim", one, one));
  g_assert_true (affects (document, "measure", measure, one));
  g_assert_false (affects (document, "measure", measure, two));
  g_assert_true (affects (document, "evidence", proof, one));
  g_assert_false (affects (document, "evidence", proof, two));
  g_assert_false (affects (document, "person", proof, one));

  /* Shared proof concerns all who use it; so does the link. */
  fixture_commit (document, ledger_gesture_file_evidence (document, proof, other, TRUE, NULL));
  g_assert_true (affects (document, "evidence", proof, two));
  const GPtrArray *links = ledger_document_get_children (document, "evidence_link", other);
  g_autofree char *link = g_strdup (ledger_record_get_id (links->pdata[0]));
  g_assert_true (affects (document, "evidence_link", link, one));
  g_assert_true (affects (document, "evidence_link", link, two));

  /* Where it was, where it is, and also when it is gone. */
  fixture_put (document, "measure", measure, "issue", two, NULL);
  const char *const ids[] = { measure, NULL };
  fixture_commit (document, ledger_gesture_delete (document, "measure", ids, NULL));
  g_assert_true (affects (document, "measure", measure, one));
  g_assert_true (affects (document, "measure", measure, two));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/affected-issues/affected", test_affected);
  return fixture_run ();
}
