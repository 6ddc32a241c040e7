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

static void
check_reason (LedgerDocument *document, const char *what, const char *instead)
{
  const char *reason = ledger_document_get_undo_reason (document);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (reason);
  g_assert_nonnull (strstr (reason, what));
  g_assert_nonnull (strstr (reason, instead));
  g_assert_false (ledger_document_undo (document, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, reason);
}

/* Whatever is decided stays; what to do instead is another for each. */
static void
test_lasting (void)
{
  static const struct
  {
    LedgerStep step;
    LedgerDecision decision;
    const char *what;
    const char *instead;
  } acts[] = {
    { LEDGER_STEP_HANDLER,
      LEDGER_DECISION_AGREE,
      "a submission",
      "张伟 can withdraw it, or the next step returns it" },
    { LEDGER_STEP_REVIEWER,
      LEDGER_DECISION_AGREE,
      "what was signed",
      "张伟 can withdraw it, or the next step returns it" },
    { LEDGER_STEP_LEADER, LEDGER_DECISION_AGREE, "an approval", "张伟 can withdraw it." },
    { LEDGER_STEP_LEADER, LEDGER_DECISION_RETURN, "a return", "张伟 can withdraw it." },
    { LEDGER_STEP_LEADER, LEDGER_DECISION_WITHDRAW, "a withdrawal", "anew where needed" },
  };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");

  fixture_claim (document, issue);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *id = fixture_sign (document,
                                          issue,
                                          acts[i].step,
                                          acts[i].decision,
                                          "张伟",
                                          1772150400000 + (gint64)i * 60000);

      check_reason (document, acts[i].what, acts[i].instead);
    }
  fixture_put (document, "issue", issue, "remark", "备注", NULL);
  g_assert_null (ledger_document_get_undo_reason (document));
}

/* Who entered a signature on paper takes it back, not who signed. */
static void
test_paper (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  LedgerSignoffText header = { .issue_id = issue,
                               .step = LEDGER_STEP_REVIEWER,
                               .decision = LEDGER_DECISION_AGREE,
                               .signer_name = (char *)"王建国",
                               .entered_by = (char *)"李敏",
                               .paper = TRUE,
                               .paper_day = ledger_day_new (2026, 3, 5),
                               .time = 1772150400000 };
  g_autoptr (LedgerEdit) entry = ledger_gesture_new (document, "补录");
  g_autoptr (GError) error = NULL;
  g_autofree char *body = ledger_canonical_build (document, &header, &error);

  g_assert_no_error (error);
  ledger_edit_set_text (entry, "signoff", "00112233445566778899aabbccddeeff", "issue", issue);
  ledger_edit_set_text (entry, "signoff", "00112233445566778899aabbccddeeff", "body", body);
  g_assert_true (ledger_document_commit (document, entry, NULL, &error));
  g_assert_no_error (error);
  check_reason (document, "what was signed", "李敏 can withdraw it");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/undo-guard/signed", test_signed);
  g_test_add_func ("/undo-guard/lasting", test_lasting);
  g_test_add_func ("/undo-guard/paper", test_paper);
  return fixture_run ();
}
