/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"

#define MARCH(day) ledger_day_new (2026, 3, day)

static LedgerState
state_of (LedgerDocument *document, const char *issue)
{
  return ledger_document_get_facts (document, issue)->workflow.state;
}

static void
sign (LedgerDocument *document, const char *issue, LedgerStep step, LedgerDay day)
{
  static const char *const signers[] = { "张伟", "李敏", "王建国" };

  g_free (fixture_sign (document,
                        issue,
                        step,
                        LEDGER_DECISION_AGREE,
                        signers[step],
                        day * G_GINT64_CONSTANT (86400000)));
}

/* Claimed, with a measure, agreed by all three on DAY. */
static char *
finished_issue_on (LedgerDocument *document, LedgerDay day)
{
  char *issue = fixture_issue (document, NULL, "问题");

  fixture_claim (document, issue);
  g_free (fixture_measure (document, issue, "修订制度"));
  for (guint i = 0; i < 3; i++)
    sign (document, issue, (LedgerStep)i, day);
  g_assert_cmpint (state_of (document, issue), ==, LEDGER_STATE_DONE_BY_UNIT);
  return issue;
}

static char *
finished_issue (LedgerDocument *document)
{
  return finished_issue_on (document, ledger_day_new (2026, 2, 25));
}

static void
test_close (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = finished_issue (document);
  LedgerRecord *issue = ledger_document_lookup (document, "issue", id);

  fixture_commit (document,
                  ledger_gesture_close_issue (
                      document, id, MARCH (5), " 某巡办〔2026〕3号 ", "市委巡察办", NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_CLOSED);
  g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_CLOSED), ==, "2026-03-05");
  g_assert_cmpstr (
      ledger_record_get_text (issue, LEDGER_ISSUE_CLOSED_DOCUMENT), ==, "某巡办〔2026〕3号");
  g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_CLOSED_BY), ==, "市委巡察办");
}

static void
test_close_refused (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *open = fixture_issue (document, NULL, "另一个");
  g_autofree char *id = finished_issue (document);
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_gesture_close_issue (document, open, MARCH (5), NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ledger_gesture_close_issue (document, id, MARCH (11), NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ledger_gesture_close_issue (document, id, LEDGER_DAY_NONE, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);

  /* R23: what was signed has changed. */
  g_assert_null (ledger_gesture_dup_changed_fields (document, id));
  fixture_put (document, "issue", id, "target", "目标", NULL);
  g_assert_null (ledger_gesture_close_issue (document, id, MARCH (5), NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_autofree char *fields = ledger_gesture_dup_changed_fields (document, id);
  g_assert_cmpstr (fields, ==, "target");
  g_assert_nonnull (strstr (error->message, fields));
}

/* A rebound asks what was found; closed once more on the same day the closing counts. */
static void
test_reopen (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = finished_issue (document);
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_gesture_reopen_issue (document, id, MARCH (9), "又发生", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);
  fixture_commit (document, ledger_gesture_close_issue (document, id, MARCH (5), NULL, NULL, NULL));
  g_assert_null (ledger_gesture_reopen_issue (document, id, MARCH (4), "又发生", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ledger_gesture_reopen_issue (document, id, MARCH (9), " ", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);

  fixture_commit (document, ledger_gesture_reopen_issue (document, id, MARCH (9), "又发生", NULL));
  g_assert_true (ledger_document_get_facts (document, id)->workflow.reopened);
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_IN_PROGRESS);
}

/* Signed, closed and found again on one day: nothing of before stands, what follows on that day
 * does; a corrected date changes nothing of it. */
static void
test_reopen_on_the_day (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = finished_issue_on (document, MARCH (9));
  LedgerRecord *issue = ledger_document_lookup (document, "issue", id);

  fixture_commit (document, ledger_gesture_close_issue (document, id, MARCH (9), NULL, NULL, NULL));
  fixture_commit (document, ledger_gesture_reopen_issue (document, id, MARCH (9), "又发生", NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_IN_PROGRESS);
  sign (document, id, LEDGER_STEP_HANDLER, MARCH (9));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_AWAITING_REVIEW);
  fixture_commit (document,
                  ledger_gesture_set (document, "issue", id, "reopened", "2026-03-10", NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_AWAITING_REVIEW);
  sign (document, id, LEDGER_STEP_REVIEWER, MARCH (9));
  sign (document, id, LEDGER_STEP_LEADER, MARCH (10));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_DONE_BY_UNIT);

  /* and once more */
  fixture_commit (document,
                  ledger_gesture_close_issue (document, id, MARCH (10), NULL, NULL, NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_CLOSED);
  fixture_commit (document, ledger_gesture_reopen_issue (document, id, MARCH (10), "又发生", NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_IN_PROGRESS);
  g_assert_nonnull (ledger_record_get_text (issue, LEDGER_ISSUE_REOPENED_OVER));
}

/* By its field alone, as the command line does. */
static void
test_set_reopened (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = finished_issue_on (document, MARCH (9));

  fixture_commit (document, ledger_gesture_close_issue (document, id, MARCH (9), NULL, NULL, NULL));
  fixture_commit (document,
                  ledger_gesture_set (document, "issue", id, "reopened", "2026-03-09", NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_IN_PROGRESS);
}

/* A rebound that nobody can put right at once is turned into long-term rectification on its day. */
static void
test_continue_after_rebound (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = finished_issue_on (document, MARCH (9));

  fixture_commit (document, ledger_gesture_continue_issue (document, id, TRUE, NULL));
  fixture_commit (document,
                  ledger_gesture_close_issue (document, id, MARCH (10), NULL, NULL, NULL));
  fixture_commit (document, ledger_gesture_reopen_issue (document, id, MARCH (10), "又发生", NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_IN_PROGRESS);
  fixture_commit (document, ledger_gesture_continue_issue (document, id, TRUE, NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_CONTINUED);
}

static void
test_continue (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = fixture_issue (document, NULL, "问题");
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_gesture_continue_issue (document, id, TRUE, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);
  fixture_claim (document, id);
  const LedgerState before = state_of (document, id);
  fixture_commit (document, ledger_gesture_continue_issue (document, id, TRUE, NULL));
  g_assert_cmpint (state_of (document, id), ==, LEDGER_STATE_CONTINUED);
  g_assert_null (ledger_gesture_continue_issue (document, id, TRUE, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  fixture_commit (document, ledger_gesture_continue_issue (document, id, FALSE, NULL));
  g_assert_cmpint (state_of (document, id), ==, before);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-closing/close", test_close);
  g_test_add_func ("/gesture-closing/close-refused", test_close_refused);
  g_test_add_func ("/gesture-closing/reopen", test_reopen);
  g_test_add_func ("/gesture-closing/reopen-on-the-day", test_reopen_on_the_day);
  g_test_add_func ("/gesture-closing/set-reopened", test_set_reopened);
  g_test_add_func ("/gesture-closing/continue-after-rebound", test_continue_after_rebound);
  g_test_add_func ("/gesture-closing/continue", test_continue);
  return fixture_run ();
}
