/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-approval-queue.h"

#include "ledger-test-office.h"

/* Signs with today being DAY of March 2026. */
static void
act_on (LedgerTestOffice *office, const char *issue, LedgerStep step, const char *person, int day)
{
  GError *error = NULL;
  ledger_test_office_open_on (office, day);
  ledger_test_office_sit_down (office, person);
  LedgerEdit *edit = ledger_approval_agree (office->document, issue, step, NULL, &error);
  ledger_test_office_commit (office, edit, error);
  ledger_test_office_open_on (office, 10);
}

static void
test_oldest_first (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *first = ledger_test_office_add_ready_issue (office, "甲");
  g_autofree char *second = ledger_test_office_add_ready_issue (office, "乙");
  g_autofree char *third = ledger_test_office_add_ready_issue (office, "丙");
  g_autofree char *idle = ledger_test_office_add_ready_issue (office, "丁");
  act_on (office, first, LEDGER_STEP_HANDLER, office->handler, 9);
  act_on (office, second, LEDGER_STEP_HANDLER, office->handler, 6);
  act_on (office, third, LEDGER_STEP_HANDLER, office->handler, 9);
  g_autoptr (GPtrArray) items = ledger_approval_list_waiting (office->document, office->reviewer);
  const struct
  {
    const char *issue;
    guint days;
  } expected[] = { { second, 2 }, { first, 1 }, { third, 1 } };
  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < items->len; i++)
    {
      const LedgerApprovalItem *item = g_ptr_array_index (items, i);
      g_assert_cmpstr (item->issue_id, ==, expected[i].issue);
      g_assert_cmpint (item->step, ==, LEDGER_STEP_REVIEWER);
      g_assert_cmpuint (item->waiting_days, ==, expected[i].days);
      g_assert_false (item->returned);
      g_assert_false (item->changed);
    }
}

static void
test_goes_on_and_comes_back (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  GError *error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "甲");
  g_autoptr (GPtrArray) before = ledger_approval_list_waiting (office->document, office->handler);
  g_assert_cmpuint (before->len, ==, 0); /* submitting is no item of 签批 */
  act_on (office, issue, LEDGER_STEP_HANDLER, office->handler, 6);
  act_on (office, issue, LEDGER_STEP_REVIEWER, office->reviewer, 7);
  g_autoptr (GPtrArray) done = ledger_approval_list_waiting (office->document, office->reviewer);
  g_assert_cmpuint (done->len, ==, 0);
  ledger_test_office_set (office, "issue", issue, "result", "已建立制度");
  g_autoptr (GPtrArray) leader = ledger_approval_list_waiting (office->document, office->leader);
  g_assert_cmpuint (leader->len, ==, 1);
  const LedgerApprovalItem *item = g_ptr_array_index (leader, 0);
  g_assert_true (item->changed);
  g_assert_cmpuint (item->waiting_days, ==, 2); /* from Saturday to Tuesday */
  ledger_test_office_sit_down (office, office->leader);
  LedgerEdit *edit =
      ledger_approval_return (office->document, issue, LEDGER_STEP_LEADER, "文字需修改", &error);
  ledger_test_office_commit (office, edit, error);
  g_autoptr (GPtrArray) back = ledger_approval_list_waiting (office->document, office->reviewer);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_true (((LedgerApprovalItem *)g_ptr_array_index (back, 0))->returned);
  g_autoptr (GPtrArray) nobody = ledger_approval_list_waiting (office->document, NULL);
  g_assert_cmpuint (nobody->len, ==, 0);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/approval-queue/oldest-first", test_oldest_first);
  g_test_add_func ("/approval-queue/back", test_goes_on_and_comes_back);
  return g_test_run ();
}
