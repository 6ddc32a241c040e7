/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signed-paper.h"

#include "ledger-fixture.h"
#include "ledger-id.h"
#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_SIGNED_PAPER, "signoff scan scan_name scan_pages scan_verdict");
}

/* It hangs on its sign-off and speaks of the problem. */
static void
test_find (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *id = ledger_id_new_random ();
  g_autofree char *label = NULL;

  fixture_claim (document, issue);
  g_autofree char *signoff =
      fixture_sign (document, issue, LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, "张伟", 0);
  g_assert_null (ledger_signed_paper_find (document, signoff));
  fixture_put (document, "signed_paper", id, "signoff", signoff, "scan_name", "签批.pdf", NULL);
  g_assert_cmpstr (ledger_record_get_id (ledger_signed_paper_find (document, signoff)), ==, id);
  label = ledger_document_dup_label (document, "signed_paper", id);
  g_assert_cmpstr (label, ==, "1");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/signed-paper/columns", test_columns);
  g_test_add_func ("/signed-paper/find", test_find);
  return fixture_run ();
}
