/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-undo-guard.h"

#include "ledger-canonical.h"
#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"

/* 不能撤销：2月27日李敏已据此审核 (LOG 8). */
static void
test_signed (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  g_autoptr (GError) error = NULL;

  fixture_claim (document, issue);
  fixture_put (document, "issue", issue, "target", "目标", NULL);
  g_assert_null (ledger_document_get_undo_reason (document));

  /* A signature from another desk: this desk's latest edit is the target still. */
  g_autoptr (LedgerEdit) signature = ledger_gesture_new (document, "签");
  g_autofree char *signoff = NULL;
  {
    LedgerSignoffText header = { .issue_id = issue,
                                 .step = LEDGER_STEP_REVIEWER,
                                 .decision = LEDGER_DECISION_AGREE,
                                 .signer_name = (char *)"李敏",
                                 .paper_day = LEDGER_DAY_NONE,
                                 .time = 1772150400000 };
    g_autofree char *body = ledger_canonical_build (document, &header, &error);
    g_assert_no_error (error);
    signoff = g_strdup ("00112233445566778899aabbccddeeff");
    ledger_edit_set_actor (signature, "李敏", "other");
    ledger_edit_set_text (signature, "signoff", signoff, "issue", issue);
    ledger_edit_set_text (signature, "signoff", signoff, "body", body);
  }
  g_assert_true (ledger_document_commit (document, signature, NULL, &error));
  g_assert_no_error (error);

  const char *reason = ledger_document_get_undo_reason (document);
  g_assert_nonnull (reason);
  g_assert_nonnull (strstr (reason, "李敏"));
  g_assert_false (ledger_document_undo (document, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "李敏"));
  g_clear_error (&error);
  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TARGET), ==, "目标");

  /* What was written after the signature is free. */
  fixture_put (document, "issue", issue, "remark", "备注", NULL);
  g_assert_null (ledger_document_get_undo_reason (document));
  g_assert_true (ledger_document_undo (document, NULL, &error));
  g_assert_null (ledger_record_get_text (record, LEDGER_ISSUE_REMARK));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/undo-guard/signed", test_signed);
  return fixture_run ();
}
