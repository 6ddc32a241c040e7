/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-match.h"

#include "ledger-measure.h"
#include "ledger-test-office.h"

static void
add_row (GPtrArray *rows, const char *heading, const char *number, const char *text)
{
  LedgerImportIssue *row = g_new0 (LedgerImportIssue, 1);
  const char *const path[] = { heading, NULL };
  row->headings = g_strdupv ((GStrv)path);
  row->number = g_strdup (number);
  row->text = g_strdup (text);
  g_ptr_array_add (rows, row);
}

static void
test_issues (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *first = ledger_test_office_add_issue (office, "学习不深入");
  g_autofree char *second = ledger_test_office_add_issue (office, "议事规则不健全");
  g_autofree char *third = ledger_test_office_add_issue (office, "传达不及时");
  ledger_test_office_set (office, "issue", first, "sheet_number", "1");
  ledger_test_office_set (office, "issue", second, "sheet_number", "2");
  ledger_test_office_set (office, "issue", third, "sheet_number", "3");
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  add_row (
      rows, "党的领导", "1", "传达 不及时。"); /* by wording, although the number is another's */
  add_row (rows, "党的领导", "2", "议事规则不够健全"); /* corrected: by heading and number */
  add_row (rows, "党的建设", "1", "学习不深入"); /* moved to a heading that is not there yet */
  add_row (rows, "党的领导", "3", "学习不深入"); /* each record is taken once */
  g_autoptr (LedgerImportHeadings) headings = ledger_import_headings_new (office->document);
  g_autoptr (GPtrArray) matches = ledger_import_match_issues (office->document, headings, rows);
  const char *const expected[] = { third, second, NULL, first };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      LedgerRecord *match = g_ptr_array_index (matches, i);
      g_assert_cmpstr (match ? ledger_record_get_id (match) : NULL, ==, expected[i]);
    }
}

static void
test_measures (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_issue (office, "学习不深入");
  g_autofree char *by_hand = ledger_test_office_add_measure (office, issue, "自己加的");
  g_autofree char *plan = ledger_test_office_add_measure (office, issue, "制定计划");
  LedgerImportIssue row = { .measures = g_ptr_array_new () };
  LedgerImportMeasure same = { .text = (char *)"制定计划。" };
  LedgerImportMeasure other = { .text = (char *)"开展研讨" };
  g_ptr_array_add (row.measures, &other);
  g_ptr_array_add (row.measures, &same);
  LedgerRecord *record = ledger_document_lookup (office->document, "issue", issue);
  g_autoptr (GPtrArray) matches = ledger_import_match_measures (office->document, record, &row);
  /* What a person added is nobody else's, even where it is all that is left. */
  g_assert_null (g_ptr_array_index (matches, 0));
  g_assert_cmpstr (ledger_record_get_id (g_ptr_array_index (matches, 1)), ==, plan);
  g_ptr_array_unref (row.measures);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-match/issues", test_issues);
  g_test_add_func ("/import-match/measures", test_measures);
  return g_test_run ();
}
