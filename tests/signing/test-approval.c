/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-approval.h"

#include <string.h>

#include "ledger-error.h"
#include "ledger-signed-paper.h"
#include "ledger-signoff.h"
#include "ledger-test-office.h"

static LedgerState
state_of (LedgerTestOffice *office, const char *issue)
{
  return ledger_document_get_facts (office->document, issue)->workflow.state;
}

static guint
round_of (LedgerTestOffice *office, const char *issue)
{
  return ledger_document_get_facts (office->document, issue)->workflow.round;
}

static const char *
signer_of (LedgerTestOffice *office, LedgerStep step)
{
  return step == LEDGER_STEP_HANDLER    ? office->handler
         : step == LEDGER_STEP_REVIEWER ? office->reviewer
                                        : office->leader;
}

static void
agree (LedgerTestOffice *office, const char *issue, LedgerStep step)
{
  GError *error = NULL;
  ledger_test_office_sit_down (office, signer_of (office, step));
  LedgerEdit *edit = ledger_approval_agree (office->document, issue, step, NULL, &error);
  ledger_test_office_commit (office, edit, error);
}

static void
give_back (LedgerTestOffice *office, const char *issue, LedgerStep step)
{
  GError *error = NULL;
  ledger_test_office_sit_down (office, signer_of (office, step));
  LedgerEdit *edit = ledger_approval_return (office->document, issue, step, "佐证不足", &error);
  ledger_test_office_commit (office, edit, error);
}

/* Refused with a sentence that begins so. */
static void
assert_refused (LedgerEdit *edit, GError *error, const char *sentence)
{
  g_autoptr (GError) owned = error;
  g_assert_null (edit);
  g_assert_error (owned, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  if (!g_str_has_prefix (owned->message, sentence))
    g_assert_cmpstr (owned->message, ==, sentence);
}

#define ASSERT_REFUSED(call, sentence)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    LedgerEdit *refused_ = call;                                                                   \
    assert_refused (refused_, g_steal_pointer (&error), sentence);                                 \
  }                                                                                                \
  G_STMT_END

/* ERROR is an argument only after the call that sets it. */
static void
commit (LedgerTestOffice *office, LedgerEdit *edit, GError **error)
{
  ledger_test_office_commit (office, edit, g_steal_pointer (error));
}

static LedgerSignoffText *
only_text (LedgerTestOffice *office, const char *issue)
{
  const char *id = ledger_test_office_child (office, "signoff", issue);
  LedgerRecord *record = ledger_document_lookup (office->document, "signoff", id);
  LedgerSignoffText *text =
      ledger_canonical_parse (ledger_record_get_text (record, LEDGER_SIGNOFF_BODY), NULL);
  g_assert_nonnull (text);
  return text;
}

static void
test_whole_chain (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_IN_PROGRESS);
  agree (office, issue, LEDGER_STEP_HANDLER);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_AWAITING_REVIEW);
  agree (office, issue, LEDGER_STEP_REVIEWER);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_AWAITING_APPROVAL);
  agree (office, issue, LEDGER_STEP_LEADER);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_DONE_BY_UNIT);
  g_assert_cmpuint (round_of (office, issue), ==, 1);
  g_assert_false (ledger_document_get_facts (office->document, issue)->changed_since);
}

static void
test_text_of_a_submission (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autoptr (LedgerEdit) edit =
      ledger_approval_agree (office->document, issue, LEDGER_STEP_HANDLER, "  已办结。 ", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ledger_edit_get_title (edit), ==, "Submit 1.1 for review");
  g_assert_cmpstr (ledger_edit_get_actor (edit), ==, "李敏");
  g_assert_cmpuint (ledger_edit_get_n_changes (edit), ==, 2);
  ledger_test_office_commit (office, g_steal_pointer (&edit), NULL);
  g_autoptr (LedgerSignoffText) text = only_text (office, issue);
  g_assert_cmpstr (text->signer_id, ==, office->handler);
  g_assert_cmpstr (text->signer_name, ==, "李敏");
  g_assert_cmpstr (text->opinion, ==, "已办结。");
  g_assert_cmpstr (text->computer, ==, g_get_host_name ());
  g_assert_cmpuint (g_strv_length (text->previous), ==, 0);
  g_assert_false (text->paper);
}

static void
test_each_saw_those_before (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  agree (office, issue, LEDGER_STEP_HANDLER);
  agree (office, issue, LEDGER_STEP_REVIEWER);
  const LedgerIssueFacts *facts = ledger_document_get_facts (office->document, issue);
  LedgerRecord *review =
      ledger_document_lookup (office->document, "signoff", facts->workflow.counted[1]);
  g_autoptr (LedgerSignoffText) text =
      ledger_canonical_parse (ledger_record_get_text (review, LEDGER_SIGNOFF_BODY), NULL);
  g_assert_cmpuint (g_strv_length (text->previous), ==, 1);
  g_assert_cmpstr (text->previous[0], ==, facts->workflow.counted[0]);
}

static void
test_incomplete_is_refused_with_the_list (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  GError *error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *second = ledger_test_office_add_measure (office, issue, "开展培训");
  ledger_test_office_set (office, "issue", issue, "due", NULL);
  LedgerEdit *edit =
      ledger_approval_agree (office->document, issue, LEDGER_STEP_HANDLER, NULL, &error);
  assert_refused (
      edit, error, "Cannot be submitted yet: No deadline is set. Measure 2 lacks evidence.");
}

static void
test_returns (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  agree (office, issue, LEDGER_STEP_HANDLER);
  give_back (office, issue, LEDGER_STEP_REVIEWER);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_IN_PROGRESS);
  g_assert_cmpuint (round_of (office, issue), ==, 2);
  agree (office, issue, LEDGER_STEP_HANDLER);
  agree (office, issue, LEDGER_STEP_REVIEWER);
  give_back (office, issue, LEDGER_STEP_LEADER);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_AWAITING_REVIEW);
  g_assert_cmpuint (round_of (office, issue), ==, 3);
  g_autoptr (GError) error = NULL;
  ledger_test_office_sit_down (office, office->reviewer);
  g_assert_null (
      ledger_approval_return (office->document, issue, LEDGER_STEP_REVIEWER, " 　", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_autoptr (LedgerEdit) edit =
      ledger_approval_return (office->document, issue, LEDGER_STEP_REVIEWER, "手续不全", NULL);
  g_assert_cmpstr (ledger_edit_get_title (edit), ==, "Return 1.1 to 李敏");
  g_assert_cmpstr (ledger_edit_get_reason (edit), ==, "手续不全");
}

static void
test_withdrawing (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  GError *error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  ASSERT_REFUSED (ledger_approval_withdraw (office->document, issue, &error),
                  "There is no sign-off that could be withdrawn.");
  agree (office, issue, LEDGER_STEP_HANDLER);
  ledger_test_office_sit_down (office, office->reviewer);
  ASSERT_REFUSED (ledger_approval_withdraw (office->document, issue, &error),
                  "The last sign-off is by 李敏");
  ledger_test_office_sit_down (office, office->handler);
  commit (office, ledger_approval_withdraw (office->document, issue, &error), &error);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_IN_PROGRESS);
  g_assert_cmpuint (round_of (office, issue), ==, 1);
  /* A return is taken back too, and counts no round then. */
  agree (office, issue, LEDGER_STEP_HANDLER);
  give_back (office, issue, LEDGER_STEP_REVIEWER);
  commit (office, ledger_approval_withdraw (office->document, issue, &error), &error);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_AWAITING_REVIEW);
  g_assert_cmpuint (round_of (office, issue), ==, 1);
  /* Once the next step has acted it is too late. */
  agree (office, issue, LEDGER_STEP_REVIEWER);
  ledger_test_office_sit_down (office, office->handler);
  ASSERT_REFUSED (ledger_approval_withdraw (office->document, issue, &error),
                  "The last sign-off is by 刘洋");
}

static void
test_changed_blocks_the_next_step (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  GError *error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  agree (office, issue, LEDGER_STEP_HANDLER);
  ledger_test_office_sit_down (office, office->handler);
  ASSERT_REFUSED (
      ledger_approval_agree (office->document, issue, LEDGER_STEP_HANDLER, NULL, &error),
      "The sign-off for handling stands and nothing has changed since.");
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-04-20 4月20日");
  g_assert_true (ledger_document_get_facts (office->document, issue)->changed_since);
  /* Counted still, and flagged: the state does not go back by itself. */
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_AWAITING_REVIEW);
  ledger_test_office_sit_down (office, office->reviewer);
  ASSERT_REFUSED (
      ledger_approval_agree (office->document, issue, LEDGER_STEP_REVIEWER, NULL, &error),
      "Changed since the sign-off for handling: deadline.");
  /* Signed again by the handler it goes on. */
  agree (office, issue, LEDGER_STEP_HANDLER);
  g_assert_false (ledger_document_get_facts (office->document, issue)->changed_since);
  agree (office, issue, LEDGER_STEP_REVIEWER);
  /* Or it is returned. */
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-04-30 4月30日");
  ledger_test_office_sit_down (office, office->leader);
  ASSERT_REFUSED (ledger_approval_agree (office->document, issue, LEDGER_STEP_LEADER, NULL, &error),
                  "Changed since the sign-off for handling: deadline.");
  give_back (office, issue, LEDGER_STEP_LEADER);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_AWAITING_REVIEW);
}

static void
test_paper (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  GError *error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  agree (office, issue, LEDGER_STEP_HANDLER);
  agree (office, issue, LEDGER_STEP_REVIEWER);
  ledger_test_office_sit_down (office, office->handler);
  LedgerPaperSignoff paper = { .step = LEDGER_STEP_LEADER,
                               .decision = LEDGER_DECISION_AGREE,
                               .signer_id = office->leader,
                               .day = ledger_day_new (2026, 3, 5),
                               .opinion = "同意。" };
  LedgerPaperSignoff wrong = paper;
  wrong.signer_id = office->handler;
  ASSERT_REFUSED (ledger_approval_enter_paper (office->document, issue, &wrong, &error),
                  "The signer is at the keyboard himself");
  wrong.signer_id = office->reviewer;
  ASSERT_REFUSED (ledger_approval_enter_paper (office->document, issue, &wrong, &error),
                  "approval is up to 王建国, and 刘洋 cannot sign for another.");
  wrong = paper;
  wrong.day = ledger_day_new (2026, 3, 11);
  g_assert_null (ledger_approval_enter_paper (office->document, issue, &wrong, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  commit (office, ledger_approval_enter_paper (office->document, issue, &paper, &error), &error);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_DONE_BY_UNIT);
  const LedgerIssueFacts *facts = ledger_document_get_facts (office->document, issue);
  LedgerRecord *signoff =
      ledger_document_lookup (office->document, "signoff", facts->workflow.counted[2]);
  g_autoptr (LedgerSignoffText) text =
      ledger_canonical_parse (ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY), NULL);
  g_assert_true (text->paper);
  g_assert_cmpint (text->paper_day, ==, ledger_day_new (2026, 3, 5));
  g_assert_cmpstr (text->entered_by, ==, "李敏");
  g_assert_cmpstr (text->signer_id, ==, office->leader);
  /* Whoever entered it may take it back. */
  commit (office, ledger_approval_withdraw (office->document, issue, &error), &error);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_AWAITING_APPROVAL);
}

static void
stage (LedgerTestOffice *office, const char *content, LedgerBlobInfo *info)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (content, (gssize)strlen (content), NULL);
  ledger_store_stage_blob (
      ledger_document_get_store (office->document), stream, 0, info, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
read_blob (LedgerTestOffice *office, const guint8 *digest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  ledger_store_write_blob (
      ledger_document_get_store (office->document), digest, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* The scan is kept beside the text, in the same part of the same edit; the text is what it is
 * without a scan, and survives closing, opening and verifying. */
static void
test_paper_with_scan (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  GError *error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  const char *content = "a scan";
  LedgerBlobInfo info;
  LedgerPaperSignoff paper = { .step = LEDGER_STEP_REVIEWER,
                               .decision = LEDGER_DECISION_AGREE,
                               .signer_id = office->reviewer,
                               .day = ledger_day_new (2026, 3, 5),
                               .scan_name = "签批单.pdf",
                               .scan_pages = 2,
                               .scan_verdict = "usable" };
  guint8 unknown[32] = { 1 };
  agree (office, issue, LEDGER_STEP_HANDLER);
  ledger_test_office_sit_down (office, office->handler);
  /* Bytes that the ledger does not have are no scan. */
  paper.scan = unknown;
  g_autoptr (LedgerEdit) edit =
      ledger_approval_enter_paper (office->document, issue, &paper, &error);
  g_assert_no_error (error);
  g_assert_false (ledger_document_commit (office->document, edit, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);
  stage (office, content, &info);
  paper.scan = info.digest;
  commit (office, ledger_approval_enter_paper (office->document, issue, &paper, &error), &error);
  ledger_test_office_open_on (office, 11);
  const LedgerIssueFacts *facts = ledger_document_get_facts (office->document, issue);
  LedgerRecord *signoff =
      ledger_document_lookup (office->document, "signoff", facts->workflow.counted[1]);
  g_assert_true (ledger_signoff_has_scan (LEDGER_SIGNOFF (signoff)));
  g_assert_cmpstr (ledger_record_get_text (signoff, LEDGER_SIGNOFF_SCAN_NAME), ==, "签批单.pdf");
  g_assert_cmpint (ledger_record_get_integer (signoff, LEDGER_SIGNOFF_SCAN_PAGES), ==, 2);
  g_autofree char *kept = read_blob (office, info.digest);
  g_assert_cmpstr (kept, ==, content);
  g_assert_null (strstr (ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY), "scan"));
  g_assert_false (facts->changed_since);
  g_autoptr (GPtrArray) damages =
      ledger_store_verify (ledger_document_get_store (office->document), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (damages->len, ==, 0);
  LedgerRecord *first =
      ledger_document_lookup (office->document, "signoff", facts->workflow.counted[0]);
  g_assert_false (ledger_signoff_has_scan (LEDGER_SIGNOFF (first)));
}

static void
test_words (void)
{
  g_auto (GStrv) reasons = ledger_approval_dup_return_reasons ();
  g_auto (GStrv) opinions = ledger_approval_dup_opinions ();
  g_assert_cmpuint (g_strv_length (reasons), ==, 5);
  g_assert_cmpuint (g_strv_length (opinions), ==, 4);
}

/* A scan that comes after the paper was entered: beside the sign-off, which stays as it was, valid
 * and without a finding; once, to papers only, and undone like anything else. */
static void
test_scan_comes_later (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  GError *error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  LedgerPaperSignoff paper = { .step = LEDGER_STEP_REVIEWER,
                               .decision = LEDGER_DECISION_AGREE,
                               .signer_id = office->reviewer,
                               .day = ledger_day_new (2026, 3, 5) };
  LedgerBlobInfo info;
  const LedgerIssueFacts *facts;
  g_autoptr (GPtrArray) damages = NULL;

  agree (office, issue, LEDGER_STEP_HANDLER);
  ledger_test_office_sit_down (office, office->handler);
  commit (office, ledger_approval_enter_paper (office->document, issue, &paper, &error), &error);
  facts = ledger_document_get_facts (office->document, issue);
  g_autofree char *signoff = g_strdup (facts->workflow.counted[LEDGER_STEP_REVIEWER]);
  stage (office, "a scan", &info);
  paper.scan = info.digest;
  paper.scan_name = "签批.pdf";
  paper.scan_pages = 1;

  ASSERT_REFUSED (
      ledger_approval_add_scan (
          office->document, facts->workflow.counted[LEDGER_STEP_HANDLER], &paper, &error),
      "This was not signed on paper.");
  g_assert_true (ledger_approval_lacks_scan (office->document, signoff));
  commit (office, ledger_approval_add_scan (office->document, signoff, &paper, &error), &error);
  g_assert_false (ledger_approval_lacks_scan (office->document, signoff));
  ASSERT_REFUSED (ledger_approval_add_scan (office->document, signoff, &paper, &error),
                  "The scan of this paper is kept already.");
  LedgerRecord *kept = ledger_signed_paper_find (office->document, signoff);
  gsize length;
  g_autofree char *text = read_blob (
      office,
      ledger_value_get_data (ledger_record_get_value (kept, LEDGER_SIGNED_PAPER_SCAN), &length));
  g_assert_cmpstr (text, ==, "a scan");
  g_assert_false (facts->changed_since);
  damages = ledger_store_verify (ledger_document_get_store (office->document), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (damages->len, ==, 0);

  g_assert_true (ledger_document_undo (office->document, NULL, &error));
  g_assert_true (ledger_approval_lacks_scan (office->document, signoff));
  agree (office, issue, LEDGER_STEP_LEADER);
  g_assert_cmpint (state_of (office, issue), ==, LEDGER_STATE_DONE_BY_UNIT);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/approval/chain", test_whole_chain);
  g_test_add_func ("/approval/text", test_text_of_a_submission);
  g_test_add_func ("/approval/previous", test_each_saw_those_before);
  g_test_add_func ("/approval/incomplete", test_incomplete_is_refused_with_the_list);
  g_test_add_func ("/approval/returns", test_returns);
  g_test_add_func ("/approval/withdrawing", test_withdrawing);
  g_test_add_func ("/approval/changed", test_changed_blocks_the_next_step);
  g_test_add_func ("/approval/paper", test_paper);
  g_test_add_func ("/approval/scan-comes-later", test_scan_comes_later);
  g_test_add_func ("/approval/paper-with-scan", test_paper_with_scan);
  g_test_add_func ("/approval/words", test_words);
  return g_test_run ();
}
