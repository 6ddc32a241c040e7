/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-completeness.h"

#include <string.h>

#include "ledger-test-office.h"

/* "R01! claim.handler, R10! measure" in the order in which they were found; ! blocks. */
static char *
check (LedgerTestOffice *office, const char *issue)
{
  g_autoptr (GPtrArray) findings = ledger_completeness_check_issue (office->document, issue);
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const LedgerFinding *finding = g_ptr_array_index (findings, i);
      g_assert_nonnull (finding->text);
      g_assert_nonnull (ledger_document_get_table (office->document, finding->type));
      g_string_append_printf (list,
                              "%s%s%s %s%s%s",
                              i ? ", " : "",
                              finding->rule,
                              finding->blocking ? "!" : "",
                              finding->type,
                              finding->field ? "." : "",
                              finding->field ? finding->field : "");
    }
  return g_string_free (list, FALSE);
}

#define ASSERT_FINDINGS(office, issue, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *findings_ = check (office, issue);                                            \
    g_assert_cmpstr (findings_, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_ready (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  ASSERT_FINDINGS (office, issue, "");
}

static void
test_nothing_there (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_issue (office, "会议制度不健全");
  ASSERT_FINDINGS (office,
                   issue,
                   "R01! issue, R01! claim.department, R01! claim.lead_leader, "
                   "R01! claim.handler, R01! claim.reviewer, R05! issue.due");
}

/* Each thing taken away from a ready issue is found, and found alone. */
static void
test_each_lack (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  const char *measure = ledger_test_office_child (office, "measure", issue);
  const char *link = ledger_test_office_child (office, "evidence_link", measure);
  const char *evidence = ledger_test_office_child (office, "evidence", issue);
  const struct
  {
    const char *type;
    const char *id;
    const char *field;
    const char *value;
    const char *expected;
  } changes[] = {
    { "issue", issue, "text", NULL, "R01! issue.text" },
    { "issue", issue, "due", NULL, "R05! issue.due" },
    { "issue", issue, "due", "none - 尽快", "R05! issue.due" },
    { "issue", issue, "due", "month 2026-03-31 3月底", "R05 issue.due" },
    { "issue", issue, "due", "long_term - 长期坚持", "R05 issue.due" },
    { "issue", issue, "due", "long_term 2026-06-30 6月30日前并长期坚持", "" },
    { "issue", issue, "due", "immediate - 立行立改", "" },
    { "claim", issue, "department", NULL, "R01! claim.department" },
    { "claim", issue, "handler", NULL, "R01! claim.handler" },
    { "claim", issue, "handler", office->reviewer, "R08! claim.handler" },
    { "claim", issue, "reviewer", office->leader, "R08! claim.reviewer" },
    { "claim", issue, "responsible_leader", office->handler, "R08! claim.handler" },
    { "claim", issue, "responsible_leader", office->reviewer, "R08! claim.reviewer" },
    { "measure", measure, "text", NULL, "R01! measure.text" },
    { "evidence_link", link, "evidence", "0123456789abcdef0123456789abcdef", "R10! measure" },
    { "evidence", evidence, "verdict", "damaged", "R11! evidence" },
    { "evidence", evidence, "verdict", "password", "R11! evidence" },
    { "evidence", evidence, "verdict", "unsupported", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      ledger_test_office_set (
          office, changes[i].type, changes[i].id, changes[i].field, changes[i].value);
      ASSERT_FINDINGS (office, issue, changes[i].expected);
      g_assert_true (ledger_document_undo (office->document, NULL, &error));
      g_assert_no_error (error);
    }
}

/* Proof alone is not enough: somebody has to say that it is done. */
static void
test_not_done (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  const char *measure = ledger_test_office_child (office, "measure", issue);
  ledger_test_office_set_integer (office, "measure", measure, "done", 0);
  ASSERT_FINDINGS (office, issue, "R10! measure.done");
}

static void
test_dates (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *measure = g_strdup (ledger_test_office_child (office, "measure", issue));
  ledger_test_office_set (office, "measure", measure, "start", "2026-03-05");
  ledger_test_office_set (office, "measure", measure, "finished_on", "2026-03-05");
  ASSERT_FINDINGS (office, issue, "");
  ledger_test_office_set (office, "measure", measure, "finished_on", "2026-03-04");
  ledger_test_office_set (office, "measure", measure, "due", "day 2026-03-01 3月1日");
  ASSERT_FINDINGS (office, issue, "R13 measure.finished_on, R13 measure.due");
}

static void
test_same_person_may_be_allowed (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  ledger_test_office_set (office, "claim", issue, "reviewer", office->handler);
  g_autoptr (GPtrArray) findings = ledger_completeness_check_issue (office->document, issue);
  g_assert_cmpuint (findings->len, ==, 1);
  const LedgerFinding *finding = g_ptr_array_index (findings, 0);
  g_assert_true (g_str_has_prefix (finding->text, "李敏 is both handler and reviewer."));
  const char *inspection = ledger_record_get_id (ledger_document_get_inspection (office->document));
  ledger_test_office_set_integer (office, "inspection", inspection, "same_person_allowed", 1);
  ASSERT_FINDINGS (office, issue, "");
}

/* The sentence names the measure by its place, as people see it. */
static void
test_sentences (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *second = ledger_test_office_add_measure (office, issue, "开展培训");
  g_autoptr (GPtrArray) findings = ledger_completeness_check_issue (office->document, issue);
  g_assert_cmpuint (findings->len, ==, 2);
  const LedgerFinding *finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->text, ==, "Measure 2 is not marked as done.");
  finding = g_ptr_array_index (findings, 1);
  g_assert_cmpstr (finding->text, ==, "Measure 2 lacks evidence.");
  g_assert_cmpstr (finding->id, ==, second);
}

static void
test_whole_ledger (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *ready = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *bare = ledger_test_office_add_issue (office, "学习不深入");
  ledger_test_office_set (office, "issue", bare, "number", "1.1");
  ledger_test_office_set (office, "issue", ready, "due", "month 2026-03-31 3月底");
  ledger_test_office_set (
      office, "claim", ready, "responsible_leader", "0123456789abcdef0123456789abcdef");
  g_autoptr (GPtrArray) findings = ledger_completeness_check_all (office->document);
  guint blocking = 0;
  guint of_reading = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      const LedgerFinding *finding = g_ptr_array_index (findings, i);
      if (finding->blocking)
        g_assert_cmpuint (blocking++, ==, i);
      of_reading += g_str_equal (finding->rule, "L05");
    }
  g_assert_cmpuint (blocking, ==, 6);
  /* The equal number and the leader who is not there. */
  g_assert_cmpuint (of_reading, ==, 2);
  g_assert_cmpuint (findings->len, ==, 9);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completeness/ready", test_ready);
  g_test_add_func ("/completeness/nothing", test_nothing_there);
  g_test_add_func ("/completeness/each-lack", test_each_lack);
  g_test_add_func ("/completeness/not-done", test_not_done);
  g_test_add_func ("/completeness/dates", test_dates);
  g_test_add_func ("/completeness/same-person", test_same_person_may_be_allowed);
  g_test_add_func ("/completeness/sentences", test_sentences);
  g_test_add_func ("/completeness/whole-ledger", test_whole_ledger);
  return g_test_run ();
}
