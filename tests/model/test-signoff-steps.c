/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-steps.h"

#include "ledger-fixture.h"
#include "ledger-inspection.h"

static void
set_steps (LedgerDocument *document, const char *steps)
{
  const char *id = ledger_record_get_id (ledger_document_get_inspection (document));

  fixture_put (document, "inspection", id, "signoff_steps", steps, NULL);
}

static void
test_values (void)
{
  g_assert_true (ledger_signoff_steps_leave_out_review ("handler leader"));
  g_assert_false (ledger_signoff_steps_leave_out_review ("handler reviewer leader"));
  /* What is not known is not taken for less. */
  g_assert_false (ledger_signoff_steps_leave_out_review (NULL));
  g_assert_false (ledger_signoff_steps_leave_out_review (""));
  g_assert_false (ledger_signoff_steps_leave_out_review ("handler reviewer leader party_group"));
}

static void
test_asked (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();

  g_assert_true (ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER));
  g_assert_false (ledger_signoff_steps_ever_left_out_review (document));
  g_assert_cmpstr (ledger_signoff_steps_get_submit_name (document), ==, "Submit for review");
  set_steps (document, LEDGER_SIGNOFF_STEPS_TWO);
  g_assert_false (ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER));
  g_assert_true (ledger_signoff_steps_ask (document, LEDGER_STEP_HANDLER));
  g_assert_true (ledger_signoff_steps_ask (document, LEDGER_STEP_LEADER));
  g_assert_cmpstr (ledger_signoff_steps_get_submit_name (document), ==, "Submit for approval");
  ledger_document_close (document);
}

/* What two signed while two were asked for is signed, also after the file was opened anew. */
static void
test_change_of_steps (void)
{
  LedgerDocument *document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "方面");
  g_autofree char *issue = fixture_issue (document, heading, "问题");
  g_autofree char *path = g_strdup (ledger_document_get_path (document));
  const LedgerWorkflow *workflow;

  g_free (fixture_measure (document, issue, "措施"));
  fixture_claim (document, issue);
  set_steps (document, LEDGER_SIGNOFF_STEPS_TWO);
  g_free (fixture_sign (document, issue, LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, "张伟", 1));
  workflow = &ledger_document_get_facts (document, issue)->workflow;
  g_assert_cmpint (workflow->state, ==, LEDGER_STATE_AWAITING_APPROVAL);
  set_steps (document, LEDGER_SIGNOFF_STEPS_THREE);
  workflow = &ledger_document_get_facts (document, issue)->workflow;
  g_assert_cmpint (workflow->state, ==, LEDGER_STATE_AWAITING_REVIEW);
  set_steps (document, LEDGER_SIGNOFF_STEPS_TWO);
  g_free (fixture_sign (document, issue, LEDGER_STEP_LEADER, LEDGER_DECISION_AGREE, "王建国", 2));
  set_steps (document, LEDGER_SIGNOFF_STEPS_THREE);
  for (guint i = 0; i < 2; i++)
    {
      workflow = &ledger_document_get_facts (document, issue)->workflow;
      g_assert_cmpint (workflow->state, ==, LEDGER_STATE_DONE_BY_UNIT);
      g_assert_null (workflow->counted[LEDGER_STEP_REVIEWER]);
      g_assert_true (ledger_signoff_steps_ever_left_out_review (document));
      ledger_document_close (document);
      g_object_unref (document);
      document = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
    }
  ledger_document_close (document);
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/signoff-steps/values", test_values);
  g_test_add_func ("/signoff-steps/asked", test_asked);
  g_test_add_func ("/signoff-steps/change", test_change_of_steps);
  return fixture_run ();
}
