/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log-findings.h"

#include "ledger-test-office.h"

static char *
collect (LedgerTestOffice *office)
{
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_finding_free);
  GString *list = g_string_new (NULL);
  ledger_log_findings_collect (office->document, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const LedgerFinding *finding = g_ptr_array_index (findings, i);
      g_assert_cmpstr (finding->rule, ==, "L05");
      g_assert_false (finding->blocking);
      g_string_append_printf (list, "%s%s.%s", i ? ", " : "", finding->type, finding->field);
    }
  return g_string_free (list, FALSE);
}

static void
test_sound (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *found = collect (office);
  g_assert_cmpstr (found, ==, "");
}

static void
test_equal_numbers_and_broken_references (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *first = ledger_test_office_add_ready_issue (office, "甲");
  g_autofree char *second = ledger_test_office_add_ready_issue (office, "乙");
  const char *evidence = ledger_test_office_child (office, "evidence", second);
  ledger_test_office_set (office, "issue", second, "number", "1.1");
  ledger_test_office_set (office, "evidence", evidence, "number", "1.1-01");
  ledger_test_office_delete (office, "person", office->reviewer);
  g_autofree char *found = collect (office);
  g_assert_cmpstr (found, ==, "issue.number, evidence.number, claim.reviewer, claim.reviewer");
}

/* LOG 5, 7: later operations on what is written once have no effect, and are not hidden. */
static void
test_written_over (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  ledger_test_office_set (office, "issue", issue, "original", "原文");
  ledger_test_office_set (office, "issue", issue, "original", "改过的原文");
  g_autofree char *found = collect (office);
  g_assert_cmpstr (found, ==, "issue.original");
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log-findings/sound", test_sound);
  g_test_add_func ("/log-findings/written-over", test_written_over);
  g_test_add_func ("/log-findings/found", test_equal_numbers_and_broken_references);
  return g_test_run ();
}
