/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-grid.h"

#include "ledger-gesture.h"
#include "ledger-id.h"
#include "ledger-test-office.h"

static void
write_claim (LedgerTestOffice *office, const char *issue, const char *field, const char *id)
{
  ledger_test_office_set (office, "claim", issue, "issue", issue);
  ledger_test_office_set (office, "claim", issue, field, id);
}

static void
supervise (LedgerTestOffice *office, const char *person, const char *department)
{
  g_autofree char *id = ledger_id_new_derived ("supervision", person, department, NULL);

  ledger_test_office_set (office, "supervision", id, "person", person);
  ledger_test_office_set (office, "supervision", id, "department", department);
}

static void
expect (const LedgerClaimProposal *proposal, const char *name, LedgerClaimSource source)
{
  g_assert_cmpstr (proposal->name, ==, name);
  g_assert_cmpint (proposal->source, ==, source);
}

/* Sheet before 分管 before the usual people, each role by itself. */
static void
test_sources (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_issue (office, "学习不够系统");
  g_autofree char *other = ledger_test_office_add_person (office, "赵立");
  LedgerClaimLine *line = ledger_claim_line_new (office->document, issue, NULL);

  g_assert_null (line->department);
  expect (&line->roles[LEDGER_CLAIM_ROLE_LEAD_LEADER], NULL, LEDGER_CLAIM_SOURCE_NONE);
  ledger_claim_line_free (line);

  ledger_test_office_set (
      office, "department", office->office, "default_lead_leader", office->leader);
  ledger_test_office_set (office, "department", office->office, "default_handler", office->handler);
  write_claim (office, issue, "department", office->office);
  line = ledger_claim_line_new (office->document, issue, NULL);
  g_assert_cmpstr (line->department, ==, "办公室");
  g_assert_cmpint (line->department_source, ==, LEDGER_CLAIM_SOURCE_SHEET);
  expect (&line->roles[LEDGER_CLAIM_ROLE_LEAD_LEADER], "王建国", LEDGER_CLAIM_SOURCE_DEFAULT);
  expect (&line->roles[LEDGER_CLAIM_ROLE_HANDLER], "李敏", LEDGER_CLAIM_SOURCE_DEFAULT);
  expect (&line->roles[LEDGER_CLAIM_ROLE_REVIEWER], NULL, LEDGER_CLAIM_SOURCE_NONE);
  ledger_claim_line_free (line);

  supervise (office, other, office->office);
  line = ledger_claim_line_new (office->document, issue, NULL);
  expect (&line->roles[LEDGER_CLAIM_ROLE_LEAD_LEADER], "赵立", LEDGER_CLAIM_SOURCE_SUPERVISION);
  ledger_claim_line_free (line);

  write_claim (office, issue, "lead_leader", office->reviewer);
  line = ledger_claim_line_new (office->document, issue, NULL);
  expect (&line->roles[LEDGER_CLAIM_ROLE_LEAD_LEADER], "刘洋", LEDGER_CLAIM_SOURCE_SHEET);
  ledger_claim_line_free (line);
}

/* Another department chosen in the form proposes its own people, but what was written stays. */
static void
test_other_department (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_issue (office, "学习不够系统");
  g_autoptr (LedgerClaimLine) line = NULL;
  g_autoptr (LedgerClaimLine) unknown = NULL;

  ledger_test_office_set (
      office, "department", office->section, "default_reviewer", office->reviewer);
  write_claim (office, issue, "department", office->office);
  line = ledger_claim_line_new (office->document, issue, "业务一科");
  g_assert_cmpstr (line->department, ==, "业务一科");
  g_assert_cmpint (line->department_source, ==, LEDGER_CLAIM_SOURCE_NONE);
  expect (&line->roles[LEDGER_CLAIM_ROLE_REVIEWER], "刘洋", LEDGER_CLAIM_SOURCE_DEFAULT);
  unknown = ledger_claim_line_new (office->document, issue, "新设科");
  g_assert_cmpstr (unknown->department, ==, "新设科");
  g_assert_null (unknown->roles[LEDGER_CLAIM_ROLE_REVIEWER].name);
  g_assert_null (ledger_claim_line_new (office->document, "0123456789abcdef", NULL));
}

static void
test_rows (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const LedgerClaimRow *row;

  /* 1 without department, 2 of one, 3 of another with two leaders. */
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *issue = ledger_test_office_add_issue (office, "问题");

      g_strv_builder_add (ids, issue);
      if (i > 0)
        write_claim (office, issue, "department", i < 3 ? office->office : office->section);
      if (i > 2)
        write_claim (office, issue, "lead_leader", i < 5 ? office->leader : office->reviewer);
      if (i > 2)
        write_claim (office, issue, "handler", office->handler);
    }
  g_strv_builder_add (ids, "00000000000000000000000000000000");
  all = g_strv_builder_end (ids);
  rows = ledger_claim_grid_new (office->document, (const char *const *)all);
  g_assert_cmpuint (rows->len, ==, 3);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->department, ==, "业务一科");
  g_assert_cmpuint (row->lines->len, ==, 3);
  g_assert_true (row->mixed[LEDGER_CLAIM_ROLE_LEAD_LEADER]);
  expect (&row->roles[LEDGER_CLAIM_ROLE_LEAD_LEADER], NULL, LEDGER_CLAIM_SOURCE_NONE);
  expect (&row->roles[LEDGER_CLAIM_ROLE_HANDLER], "李敏", LEDGER_CLAIM_SOURCE_SHEET);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->department, ==, "办公室");
  g_assert_false (row->mixed[LEDGER_CLAIM_ROLE_LEAD_LEADER]);
  row = g_ptr_array_index (rows, 2);
  g_assert_null (row->department);
  g_assert_cmpuint (row->lines->len, ==, 1);
}

/* What is claimed already was somebody's decision, not the sheet's. */
static void
test_claimed (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_issue (office, "问题");
  const char *const ids[] = { issue, NULL };
  const LedgerClaimValues values = { .department = "办公室", .lead_leader = "王建国" };
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerClaimLine) line = NULL;
  LedgerEdit *edit = ledger_gesture_claim (office->document, ids, &values, &error);

  ledger_test_office_commit (office, edit, g_steal_pointer (&error));
  line = ledger_claim_line_new (office->document, issue, NULL);
  g_assert_cmpint (line->department_source, ==, LEDGER_CLAIM_SOURCE_NONE);
  expect (&line->roles[LEDGER_CLAIM_ROLE_LEAD_LEADER], "王建国", LEDGER_CLAIM_SOURCE_NONE);
  g_assert_null (ledger_claim_source_get_name (LEDGER_CLAIM_SOURCE_NONE));
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-grid/sources", test_sources);
  g_test_add_func ("/claim-grid/other-department", test_other_department);
  g_test_add_func ("/claim-grid/rows", test_rows);
  g_test_add_func ("/claim-grid/claimed", test_claimed);
  return g_test_run ();
}
