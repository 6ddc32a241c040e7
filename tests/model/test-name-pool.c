/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-name-pool.h"

#include "ledger-claim.h"
#include "ledger-fixture.h"
#include "ledger-person.h"

/* One text for all who ask, until it is forgotten; a rename is seen only then. */
static void
test_shared (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  const char *type = ledger_person_record_type.name;
  LedgerNamePool *pool = ledger_name_pool_new (document);

  fixture_claim (document, issue);
  const char *id = ledger_record_get_text (ledger_document_lookup (document, "claim", issue),
                                           LEDGER_CLAIM_HANDLER);
  g_autoptr (LedgerValue) first = ledger_name_pool_ref (pool, type, id);
  g_autoptr (LedgerValue) second = ledger_name_pool_ref (pool, type, id);
  g_assert_cmpstr (ledger_value_get_text (first), ==, "张伟");
  g_assert_true (first == second);

  fixture_put (document, type, id, "name", "张炜", NULL);
  g_autoptr (LedgerValue) kept = ledger_name_pool_ref (pool, type, id);
  g_assert_cmpstr (ledger_value_get_text (kept), ==, "张伟");
  ledger_name_pool_forget (pool);
  g_autoptr (LedgerValue) renamed = ledger_name_pool_ref (pool, type, id);
  g_assert_cmpstr (ledger_value_get_text (renamed), ==, "张炜");
  g_assert_cmpstr (ledger_value_get_text (first), ==, "张伟");
  ledger_name_pool_free (pool);
}

static void
test_none (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  LedgerNamePool *pool = ledger_name_pool_new (document);

  g_assert_null (ledger_name_pool_ref (pool, ledger_person_record_type.name, NULL));
  g_assert_null (ledger_name_pool_ref (pool, ledger_person_record_type.name, ""));
  ledger_name_pool_free (pool);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/name-pool/shared", test_shared);
  g_test_add_func ("/name-pool/none", test_none);
  return fixture_run ();
}
