/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-approval-rule.h"

#include <string.h>

#include "ledger-completeness.h"
#include "ledger-error.h"
#include "ledger-signoff-steps.h"
#include "ledger-test-office.h"

static void
act (LedgerTestOffice *office, const char *issue, LedgerStep step, const char *person)
{
  GError *error = NULL;
  ledger_test_office_sit_down (office, person);
  LedgerEdit *edit = ledger_approval_agree (office->document, issue, step, NULL, &error);
  ledger_test_office_commit (office, edit, error);
}

/* Everybody tries every act in every state: only the one named by the claim, and only in turn. */
static void
test_who_may_act (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *stranger = ledger_test_office_add_person (office, "张伟");
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  const char *const people[] = { office->handler, office->reviewer, office->leader, stranger };
  for (guint level = 0; level <= 3; level++)
    {
      for (guint person = 0; person < G_N_ELEMENTS (people); person++)
        for (guint step = 0; step < 3; step++)
          {
            gboolean mine = person == step;
            gboolean may_agree = mine && step == level;
            gboolean may_return = mine && step > 0 && (step == level || (step == 2 && level == 3));
            ledger_test_office_sit_down (office, people[person]);
            g_assert_cmpint (ledger_approval_check (office->document,
                                                    issue,
                                                    (LedgerStep)step,
                                                    LEDGER_DECISION_AGREE,
                                                    people[person],
                                                    NULL),
                             ==,
                             may_agree);
            g_assert_cmpint (ledger_approval_check (office->document,
                                                    issue,
                                                    (LedgerStep)step,
                                                    LEDGER_DECISION_RETURN,
                                                    people[person],
                                                    NULL),
                             ==,
                             may_return);
            g_assert_cmpint (ledger_approval_is_my_turn (office->document, issue, (LedgerStep)step),
                             ==,
                             may_agree);
          }
      if (level < 3)
        act (office, issue, (LedgerStep)level, people[level]);
    }
}

static void
test_signer_by_claim (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *other = ledger_test_office_add_person (office, "张伟");
  g_autofree char *bare = ledger_test_office_add_issue (office, "未认领的问题");
  g_assert_cmpstr (
      ledger_approval_get_signer (office->document, issue, LEDGER_STEP_LEADER), ==, office->leader);
  ledger_test_office_set (office, "claim", issue, "responsible_leader", other);
  g_assert_cmpstr (
      ledger_approval_get_signer (office->document, issue, LEDGER_STEP_LEADER), ==, other);
  g_assert_null (ledger_approval_get_signer (office->document, bare, LEDGER_STEP_REVIEWER));
}

static void
test_same_person (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  const char *inspection = ledger_record_get_id (ledger_document_get_inspection (office->document));
  ledger_test_office_set (office, "claim", issue, "reviewer", office->handler);
  g_assert_false (ledger_approval_check (office->document,
                                         issue,
                                         LEDGER_STEP_HANDLER,
                                         LEDGER_DECISION_AGREE,
                                         office->handler,
                                         &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "李敏 is both handler and reviewer."));
  ledger_test_office_set_integer (office, "inspection", inspection, "same_person_allowed", 1);
  act (office, issue, LEDGER_STEP_HANDLER, office->handler);
  /* Forbidden again in between: the reviewer is who has already signed. */
  ledger_test_office_set_integer (office, "inspection", inspection, "same_person_allowed", 0);
  g_clear_error (&error);
  g_assert_false (ledger_approval_check (office->document,
                                         issue,
                                         LEDGER_STEP_REVIEWER,
                                         LEDGER_DECISION_AGREE,
                                         office->handler,
                                         &error));
  g_assert_true (g_str_has_prefix (error->message, "李敏 is both handler and reviewer."));
  ledger_test_office_set_integer (office, "inspection", inspection, "same_person_allowed", 1);
  act (office, issue, LEDGER_STEP_REVIEWER, office->handler);
}

/* 承办 → 签批: nobody reviews, nobody is missed, and a return goes to the handler. */
static void
test_two_steps (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  const char *inspection = ledger_record_get_id (ledger_document_get_inspection (office->document));
  g_autoptr (GPtrArray) findings = NULL;
  LedgerEdit *edit;
  ledger_test_office_set (
      office, "inspection", inspection, "signoff_steps", LEDGER_SIGNOFF_STEPS_TWO);
  ledger_test_office_set (office, "claim", issue, "reviewer", office->handler);
  findings = ledger_approval_check_submit (office->document, issue);
  g_assert_cmpuint (findings->len, ==, 0);
  act (office, issue, LEDGER_STEP_HANDLER, office->handler);
  g_assert_true (ledger_approval_check (
      office->document, issue, LEDGER_STEP_LEADER, LEDGER_DECISION_AGREE, office->leader, NULL));
  g_assert_false (ledger_approval_check (office->document,
                                         issue,
                                         LEDGER_STEP_REVIEWER,
                                         LEDGER_DECISION_AGREE,
                                         office->handler,
                                         &error));
  g_assert_cmpstr (error->message,
                   ==,
                   "This ledger asks for no review. The steps of signing are set under People and "
                   "settings.");
  g_assert_cmpint (ledger_approval_get_return_step (office->document, issue, LEDGER_STEP_LEADER),
                   ==,
                   LEDGER_STEP_HANDLER);
  ledger_test_office_sit_down (office, office->leader);
  g_clear_error (&error);
  edit = ledger_approval_return (office->document, issue, LEDGER_STEP_LEADER, "佐证不足", &error);
  g_assert_cmpstr (ledger_edit_get_title (edit), ==, "Return 1.1 to 李敏");
  ledger_test_office_commit (office, edit, g_steal_pointer (&error));
  g_assert_cmpint (ledger_document_get_facts (office->document, issue)->workflow.state,
                   ==,
                   LEDGER_STATE_IN_PROGRESS);
  act (office, issue, LEDGER_STEP_HANDLER, office->handler);
  act (office, issue, LEDGER_STEP_LEADER, office->leader);
  g_assert_cmpint (ledger_document_get_facts (office->document, issue)->workflow.state,
                   ==,
                   LEDGER_STATE_DONE_BY_UNIT);
}

/* Asked for three again, what two have signed stands; nobody is asked to review it afterwards. */
static void
test_steps_changed_later (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  const char *inspection = ledger_record_get_id (ledger_document_get_inspection (office->document));
  ledger_test_office_set (
      office, "inspection", inspection, "signoff_steps", LEDGER_SIGNOFF_STEPS_TWO);
  act (office, issue, LEDGER_STEP_HANDLER, office->handler);
  act (office, issue, LEDGER_STEP_LEADER, office->leader);
  ledger_test_office_set (
      office, "inspection", inspection, "signoff_steps", LEDGER_SIGNOFF_STEPS_THREE);
  g_assert_cmpint (ledger_document_get_facts (office->document, issue)->workflow.state,
                   ==,
                   LEDGER_STATE_DONE_BY_UNIT);
  g_assert_false (ledger_document_get_facts (office->document, issue)->changed_since);
  g_assert_false (ledger_approval_check (office->document,
                                         issue,
                                         LEDGER_STEP_REVIEWER,
                                         LEDGER_DECISION_AGREE,
                                         office->reviewer,
                                         NULL));
  g_assert_true (ledger_approval_check (
      office->document, issue, LEDGER_STEP_LEADER, LEDGER_DECISION_RETURN, office->leader, NULL));
}

static void
test_closed_is_closed (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  act (office, issue, LEDGER_STEP_HANDLER, office->handler);
  ledger_test_office_set (office, "issue", issue, "closed", "2026-03-09");
  for (guint decision = 0; decision <= LEDGER_DECISION_RETURN; decision++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (ledger_approval_check (office->document,
                                             issue,
                                             LEDGER_STEP_REVIEWER,
                                             (LedgerDecision)decision,
                                             office->reviewer,
                                             &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
    }
}

static void
test_unknown_issue (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_assert_false (ledger_approval_check (office->document,
                                         "0123456789abcdef0123456789abcdef",
                                         LEDGER_STEP_HANDLER,
                                         LEDGER_DECISION_AGREE,
                                         office->handler,
                                         &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
}

static void
test_actor_by_name (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  ledger_document_set_actor (office->document, NULL, "刘洋");
  g_assert_cmpstr (ledger_approval_get_actor (office->document), ==, office->reviewer);
  ledger_document_set_actor (office->document, NULL, "无此人");
  g_assert_null (ledger_approval_get_actor (office->document));
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/approval-rule/who-may-act", test_who_may_act);
  g_test_add_func ("/approval-rule/signer", test_signer_by_claim);
  g_test_add_func ("/approval-rule/same-person", test_same_person);
  g_test_add_func ("/approval-rule/two-steps", test_two_steps);
  g_test_add_func ("/approval-rule/steps-changed-later", test_steps_changed_later);
  g_test_add_func ("/approval-rule/closed", test_closed_is_closed);
  g_test_add_func ("/approval-rule/unknown", test_unknown_issue);
  g_test_add_func ("/approval-rule/actor", test_actor_by_name);
  return g_test_run ();
}
