/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-counts.h"

#include "ledger-fixture.h"

static void
expect (LedgerDocument *document, const char *issue, LedgerIssueCounts expected)
{
  LedgerStore *store = ledger_document_get_store (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) all = ledger_issue_counts_read_all (store, &error);
  g_assert_no_error (error);
  const LedgerIssueCounts none = { 0 };
  const LedgerIssueCounts *bulk = g_hash_table_lookup (all, issue);
  LedgerIssueCounts single;

  g_assert_true (ledger_issue_counts_read (store, issue, &single, &error));
  if (bulk == NULL)
    bulk = &none;
  g_assert_cmpmem (bulk, sizeof *bulk, &single, sizeof single);
  g_assert_cmpuint (single.n_measures, ==, expected.n_measures);
  g_assert_cmpuint (single.n_measures_done, ==, expected.n_measures_done);
  g_assert_cmpuint (single.n_measures_without_evidence, ==, expected.n_measures_without_evidence);
  g_assert_cmpuint (single.n_evidence, ==, expected.n_evidence);
  g_assert_cmpuint (single.n_unfiled, ==, expected.n_unfiled);
}

static void
test_counts (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_issue (document, NULL, "一");
  g_autofree char *two = fixture_issue (document, NULL, "二");
  expect (document, one, (LedgerIssueCounts){ 0 });

  g_autofree char *a = fixture_measure (document, one, "甲");
  g_autofree char *b = fixture_measure (document, one, "乙");
  g_autofree char *c = fixture_measure (document, two, "丙");
  fixture_commit (document, ledger_gesture_finish_measure (document, a, TRUE, NULL));
  expect (document, one, (LedgerIssueCounts){ 2, 1, 2, 0, 0 });

  g_autofree char *proof = fixture_evidence (document, one, a, "纪要");
  g_autofree char *loose = fixture_evidence (document, one, NULL, "待归入");
  expect (document, one, (LedgerIssueCounts){ 2, 1, 1, 2, 1 });
  /* Shared with another issue: its own there too, not unfiled here. */
  fixture_commit (document, ledger_gesture_file_evidence (document, proof, c, TRUE, NULL));
  fixture_commit (document, ledger_gesture_file_evidence (document, proof, b, TRUE, NULL));
  expect (document, one, (LedgerIssueCounts){ 2, 1, 0, 2, 1 });
  expect (document, two, (LedgerIssueCounts){ 1, 0, 0, 1, 0 });

  /* A link without its proof counts nothing, as after a merge. */
  LedgerEdit *edit = ledger_gesture_new (document, "delete");
  ledger_edit_delete (edit, "evidence", proof);
  fixture_commit (document, edit);
  expect (document, one, (LedgerIssueCounts){ 2, 1, 2, 1, 1 });
  expect (document, two, (LedgerIssueCounts){ 1, 0, 1, 0, 0 });
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/issue-counts/counts", test_counts);
  return fixture_run ();
}
