/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-approval-status.h"

#include "ledger-test-office.h"

static char *
sign (LedgerTestOffice *office, const char *issue, LedgerStep step, const char *person)
{
  GError *error = NULL;
  ledger_test_office_sit_down (office, person);
  LedgerEdit *edit = ledger_approval_agree (office->document, issue, step, NULL, &error);
  ledger_test_office_commit (office, edit, error);
  return g_strdup (ledger_document_get_facts (office->document, issue)->workflow.last);
}

static LedgerApprovalStatus
status_of (LedgerTestOffice *office, const char *signoff, guint n_differences)
{
  g_autoptr (GPtrArray) differences = NULL;
  LedgerApprovalStatus status =
      ledger_approval_get_status (office->document, signoff, &differences);
  g_assert_cmpuint (differences->len, ==, n_differences);
  return status;
}

static void
test_life_of_a_signature (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *submitted = sign (office, issue, LEDGER_STEP_HANDLER, office->handler);
  g_assert_cmpint (status_of (office, submitted, 0), ==, LEDGER_APPROVAL_VALID);
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-04-20 4月20日");
  ledger_test_office_set (office, "issue", issue, "target", "会前均有议题");
  g_assert_cmpint (status_of (office, submitted, 2), ==, LEDGER_APPROVAL_CHANGED);
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-03-31 2026年3月31日");
  ledger_test_office_set (office, "issue", issue, "target", NULL);
  g_assert_cmpint (status_of (office, submitted, 0), ==, LEDGER_APPROVAL_VALID);
  ledger_test_office_set (office, "issue", issue, "target", "会前均有议题");
  g_autofree char *again = sign (office, issue, LEDGER_STEP_HANDLER, office->handler);
  g_assert_cmpint (status_of (office, submitted, 0), ==, LEDGER_APPROVAL_ENDED);
  g_assert_cmpint (status_of (office, again, 0), ==, LEDGER_APPROVAL_VALID);
}

static void
test_sentences (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  GError *error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *submitted = sign (office, issue, LEDGER_STEP_HANDLER, office->handler);
  g_autofree char *first = ledger_approval_describe (office->document, submitted);
  g_assert_cmpstr (first, ==, "3月10日 李敏: handling, agreed");
  LedgerPaperSignoff paper = { .step = LEDGER_STEP_REVIEWER,
                               .decision = LEDGER_DECISION_AGREE,
                               .signer_id = office->reviewer,
                               .day = ledger_day_new (2026, 3, 5) };
  LedgerEdit *edit = ledger_approval_enter_paper (office->document, issue, &paper, &error);
  ledger_test_office_commit (office, edit, error);
  const char *last = ledger_document_get_facts (office->document, issue)->workflow.last;
  g_autofree char *second = ledger_approval_describe (office->document, last);
  g_assert_cmpstr (second, ==, "刘洋 signed on paper on 3月5日, entered by 李敏");
}

static void
test_damaged (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  const char *id = "0123456789abcdef0123456789abcdef";
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  ledger_test_office_set (office, "signoff", id, "issue", issue);
  ledger_test_office_set (office, "signoff", id, "body", "rubbish");
  g_assert_cmpint (status_of (office, id, 0), ==, LEDGER_APPROVAL_DAMAGED);
  g_assert_null (ledger_approval_describe (office->document, id));
  g_assert_cmpint (ledger_document_get_facts (office->document, issue)->workflow.state,
                   ==,
                   LEDGER_STATE_IN_PROGRESS);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/approval-status/life", test_life_of_a_signature);
  g_test_add_func ("/approval-status/sentences", test_sentences);
  g_test_add_func ("/approval-status/damaged", test_damaged);
  return g_test_run ();
}
