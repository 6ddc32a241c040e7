/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-names.h"

#include "ledger-fixture.h"

static LedgerClaim *
get_claim (LedgerDocument *document, const char *issue)
{
  return LEDGER_CLAIM (ledger_document_lookup (document, "claim", issue));
}

static void
test_claimed (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  LedgerNamePool *pool = ledger_name_pool_new (document);
  LedgerIssueNames names = { 0 };
  LedgerIssueFacts facts = { 0 };

  fixture_claim (document, issue);
  ledger_issue_names_read (&names, pool, get_claim (document, issue), &facts);
  g_assert_cmpstr (facts.department, ==, "办公室");
  g_assert_cmpstr (facts.lead_leader, ==, "王建国");
  g_assert_cmpstr (facts.handler, ==, "张伟");
  g_assert_cmpstr (facts.reviewer, ==, "李敏");
  /* None is named: the leading one is responsible. */
  g_assert_cmpstr (facts.responsible_leader, ==, "王建国");
  ledger_issue_names_clear (&names);

  const char *reviewer =
      ledger_record_get_text (LEDGER_RECORD (get_claim (document, issue)), LEDGER_CLAIM_REVIEWER);
  fixture_put (document, "claim", issue, "responsible_leader", reviewer, NULL);
  ledger_issue_names_read (&names, pool, get_claim (document, issue), &facts);
  g_assert_cmpstr (facts.responsible_leader, ==, "李敏");
  ledger_issue_names_clear (&names);
  ledger_name_pool_free (pool);
}

static void
test_unclaimed (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  LedgerNamePool *pool = ledger_name_pool_new (document);
  LedgerIssueNames names = { 0 };
  LedgerIssueFacts facts = { .department = "旧", .handler = "旧", .responsible_leader = "旧" };

  ledger_issue_names_read (&names, pool, NULL, &facts);
  g_assert_null (facts.department);
  g_assert_null (facts.lead_leader);
  g_assert_null (facts.handler);
  g_assert_null (facts.reviewer);
  g_assert_null (facts.responsible_leader);
  ledger_issue_names_clear (&names);
  ledger_name_pool_free (pool);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/issue-names/claimed", test_claimed);
  g_test_add_func ("/issue-names/unclaimed", test_unclaimed);
  return fixture_run ();
}
