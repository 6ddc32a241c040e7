/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-list.h"

#include "ledger-fixture.h"

static const LedgerSignoffFact *
find (const LedgerSignoffFact *facts, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (facts[i].id, id))
      return &facts[i];
  return NULL;
}

static void
check_list (LedgerSignoffList *list, const char *first, const char *second, const char *signer)
{
  guint n;
  const LedgerSignoffFact *facts = ledger_signoff_list_get_facts (list, &n);

  g_assert_cmpuint (n, ==, 2);
  const LedgerSignoffFact *handler = find (facts, n, first);
  const LedgerSignoffFact *reviewer = find (facts, n, second);
  g_assert_nonnull (handler);
  g_assert_nonnull (reviewer);
  g_assert_cmpint (handler->step, ==, LEDGER_STEP_HANDLER);
  g_assert_cmpint (handler->decision, ==, LEDGER_DECISION_AGREE);
  g_assert_cmpstr (handler->signer, ==, signer);
  g_assert_cmpint (reviewer->step, ==, LEDGER_STEP_REVIEWER);
  g_assert_cmpint (reviewer->decision, ==, LEDGER_DECISION_RETURN);
  /* The second saw the first. */
  g_assert_cmpstr (reviewer->previous[0], ==, first);
  g_assert_null (reviewer->previous[1]);
  g_assert_cmpint (ledger_signoff_list_get_time (list, second), ==, 2000);
  g_assert_cmpint (ledger_signoff_list_get_time (list, "nobody"), ==, 0);
}

static void
test_read (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *other = fixture_issue (document, NULL, "另一个");
  g_autofree char *broken = g_strdup ("fedcba9876543210fedcba9876543210");
  fixture_claim (document, issue);
  g_autofree char *first =
      fixture_sign (document, issue, LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, "张伟", 1000);
  g_autofree char *second =
      fixture_sign (document, issue, LEDGER_STEP_REVIEWER, LEDGER_DECISION_RETURN, "李敏", 2000);
  /* A text that is none stays out. */
  fixture_put (document, "signoff", broken, "issue", issue, "body", "不是签批", NULL);

  LedgerStore *store = ledger_document_get_store (document);
  const char *signer =
      ledger_record_get_id (ledger_document_find_name (document, "person", "张伟"));
  g_autoptr (LedgerSignoffList) list = ledger_signoff_list_read (store, issue, NULL);
  check_list (list, first, second, signer);
  g_autoptr (GHashTable) all = ledger_signoff_list_read_all (store, NULL);
  check_list (g_hash_table_lookup (all, issue), first, second, signer);
  g_assert_null (g_hash_table_lookup (all, other));

  guint n = 9;
  g_autoptr (LedgerSignoffList) none = ledger_signoff_list_read (store, other, NULL);
  g_assert_null (ledger_signoff_list_get_facts (none, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (ledger_signoff_list_get_facts (NULL, &n));

  g_autofree char *body = ledger_signoff_list_dup_body (store, first);
  g_assert_true (g_str_has_prefix (body, LEDGER_CANONICAL_BUILDER));
  g_assert_null (ledger_signoff_list_dup_body (store, issue));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/signoff-list/read", test_read);
  return fixture_run ();
}
