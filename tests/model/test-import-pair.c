/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-pair.h"

#include "ledger-test-office.h"

/* Rows "heading|number|problem|measure", numbered from 3 as below a title and the heads. */
static GPtrArray *
rows_new (const char *const *texts)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  for (guint i = 0; texts[i]; i++)
    {
      LedgerImportIssue *row = g_new0 (LedgerImportIssue, 1);
      LedgerImportMeasure *measure = g_new0 (LedgerImportMeasure, 1);
      g_auto (GStrv) parts = g_strsplit (texts[i], "|", 4);
      row->row = measure->row = i + 3;
      row->headings = g_strsplit (parts[0], "/", -1);
      row->number = *parts[1] ? g_strdup (parts[1]) : NULL;
      row->text = g_strdup (parts[2]);
      row->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);
      measure->text = g_strdup (parts[3]);
      g_ptr_array_add (row->measures, measure);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static const char *const list[] = {
  "党的领导|1|学习不深入|制定学习计划",
  "党的领导|2|议事规则不健全|修订议事规则",
  "党的建设|3|三会一课记录不规范|规范记录",
  NULL,
};

/* The same list a month later: one problem reworded and renumbered, one new, one gone. */
static const char *const later[] = {
  "党的领导|1|学习不深入|制定学习计划",
  "党的领导|5|议事规则不健全、执行不严|修订议事规则",
  "党的建设|6|公务接待台账不全|补齐台账",
  NULL,
};

static LedgerImportPlan *
plan_new (LedgerTestOffice *office, const char *const *texts, GHashTable *decisions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rows_new (texts);
  LedgerImportPlan *plan =
      ledger_import_plan_new_decided (office->document, rows, decisions, &error);
  g_assert_no_error (error);
  return plan;
}

static void
commit_plan (LedgerTestOffice *office, LedgerImportPlan *plan)
{
  GError *error = NULL;
  LedgerEdit *edit = ledger_import_plan_make_edit (plan, office->document, &error);
  ledger_test_office_commit (office, edit, error);
}

static LedgerTestOffice *
office_with_list (void)
{
  LedgerTestOffice *office = ledger_test_office_new ();
  ledger_test_office_delete (office, "heading", office->heading);
  g_autoptr (LedgerImportPlan) plan = plan_new (office, list, NULL);
  g_assert_cmpuint (ledger_import_plan_get_pairs (plan)->len, ==, 0);
  commit_plan (office, plan);
  return office;
}

static guint
count_issues (LedgerTestOffice *office)
{
  return ledger_table_get_n_records (ledger_document_get_table (office->document, "issue"));
}

static LedgerImportLine *
find_line (LedgerImportPlan *plan, const char *type, const char *field, guint row)
{
  for (guint i = 0; i < ledger_import_plan_get_n_lines (plan); i++)
    {
      LedgerImportLine *line = ledger_import_plan_get_line (plan, i);
      if (line->issue->row == row && g_str_equal (line->type, type)
          && g_strcmp0 (line->field, field) == 0)
        return line;
    }
  return NULL;
}

/* Offered, and new until a person says otherwise. */
static void
test_offered (void)
{
  g_autoptr (LedgerTestOffice) office = office_with_list ();
  g_autoptr (LedgerImportPlan) plan = plan_new (office, later, NULL);
  const GPtrArray *pairs = ledger_import_plan_get_pairs (plan);
  g_assert_cmpuint (pairs->len, ==, 1);
  const LedgerImportPair *pair = g_ptr_array_index (pairs, 0);
  g_assert_cmpuint (pair->row->row, ==, 4);
  g_assert_cmpstr (pair->text, ==, "议事规则不健全");
  g_assert_cmpstr (pair->number, ==, "1.2");
  g_assert_cmpint (pair->decision, ==, LEDGER_IMPORT_UNDECIDED);
  g_assert_cmpuint (pair->likeness, >=, 50);
  g_assert_true (ledger_import_plan_find_pair (plan, pair->row) == pair);
  g_assert_true (ledger_import_plan_find_pair_at (plan, 4) == pair);
  g_assert_null (ledger_import_plan_find_pair_at (plan, 3));
  g_assert_null (ledger_import_plan_find_pair_at (plan, 5));
  const LedgerImportLine *first = ledger_import_plan_get_line (plan, 0);
  g_assert_null (ledger_import_plan_find_pair (plan, first->issue));
  g_assert_cmpuint (ledger_import_plan_count (plan, LEDGER_IMPORT_ADDED), ==, 4);
  g_assert_cmpuint (ledger_import_plan_count_absent (plan), ==, 2);
  commit_plan (office, plan);
  g_assert_cmpuint (count_issues (office), ==, 5);
  /* Now every row has its issue. */
  g_autoptr (LedgerImportPlan) again = plan_new (office, later, NULL);
  g_assert_cmpuint (ledger_import_plan_get_pairs (again)->len, ==, 0);
}

static void
test_as_change (void)
{
  g_autoptr (LedgerTestOffice) office = office_with_list ();
  g_autoptr (LedgerImportPlan) offered = plan_new (office, later, NULL);
  const LedgerImportPair *pair = g_ptr_array_index (ledger_import_plan_get_pairs (offered), 0);
  g_autoptr (GHashTable) decisions = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (decisions, GUINT_TO_POINTER (4), pair->id);
  g_autoptr (LedgerImportPlan) plan = plan_new (office, later, decisions);
  pair = g_ptr_array_index (ledger_import_plan_get_pairs (plan), 0);
  g_assert_cmpint (pair->decision, ==, LEDGER_IMPORT_AS_CHANGE);
  g_assert_cmpuint (ledger_import_plan_count_absent (plan), ==, 1);
  /* wording and number change, the measure is found as the same one */
  g_assert_cmpuint (ledger_import_plan_count (plan, LEDGER_IMPORT_ADDED), ==, 2);
  g_assert_cmpuint (ledger_import_plan_count (plan, LEDGER_IMPORT_UPDATED), ==, 1);
  g_assert_cmpuint (ledger_import_plan_count (plan, LEDGER_IMPORT_UNCHANGED), ==, 3);
  LedgerImportLine *wording = find_line (plan, "issue", "text", 4);
  g_assert_cmpstr (wording->before, ==, "议事规则不健全");
  g_assert_cmpstr (wording->after, ==, "议事规则不健全、执行不严");
  commit_plan (office, plan);
  g_assert_cmpuint (count_issues (office), ==, 4);
  LedgerRecord *issue = ledger_document_lookup (office->document, "issue", pair->id);
  g_assert_cmpstr (
      ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), ==, "议事规则不健全、执行不严");
  g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_ORIGINAL), ==, "议事规则不健全");
}

static void
test_as_new (void)
{
  g_autoptr (LedgerTestOffice) office = office_with_list ();
  g_autoptr (GHashTable) decisions = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (decisions, GUINT_TO_POINTER (4), (gpointer) "");
  g_hash_table_insert (decisions, GUINT_TO_POINTER (5), (gpointer) "an issue that is no pair");
  g_autoptr (LedgerImportPlan) plan = plan_new (office, later, decisions);
  const GPtrArray *pairs = ledger_import_plan_get_pairs (plan);
  g_assert_cmpuint (pairs->len, ==, 1);
  const LedgerImportPair *pair = g_ptr_array_index (pairs, 0);
  g_assert_cmpint (pair->decision, ==, LEDGER_IMPORT_AS_NEW);
  g_assert_cmpuint (ledger_import_plan_count (plan, LEDGER_IMPORT_ADDED), ==, 4);
  /* What was said of another issue is not taken for this one. */
  g_hash_table_insert (decisions, GUINT_TO_POINTER (4), (gpointer) "another");
  g_autoptr (LedgerImportPlan) other = plan_new (office, later, decisions);
  pair = g_ptr_array_index (ledger_import_plan_get_pairs (other), 0);
  g_assert_cmpint (pair->decision, ==, LEDGER_IMPORT_UNDECIDED);
}

/* Ticks outlive another reading of the same list. */
static void
test_choices (void)
{
  g_autoptr (LedgerTestOffice) office = office_with_list ();
  g_autoptr (LedgerImportPlan) before = plan_new (office, later, NULL);
  g_autoptr (LedgerImportPlan) plan = plan_new (office, later, NULL);
  find_line (before, "issue", NULL, 5)->chosen = FALSE;
  find_line (before, "measure", NULL, 4)->chosen = FALSE;
  ledger_import_plan_take_choices (plan, before);
  g_assert_false (find_line (plan, "issue", NULL, 5)->chosen);
  g_assert_false (find_line (plan, "measure", NULL, 4)->chosen);
  g_assert_true (find_line (plan, "issue", NULL, 4)->chosen);
  g_assert_true (find_line (plan, "measure", NULL, 5)->chosen);
  /* A line that says something else now is another one. */
  g_autoptr (GHashTable) decisions = g_hash_table_new (NULL, NULL);
  const LedgerImportPair *pair = g_ptr_array_index (ledger_import_plan_get_pairs (plan), 0);
  g_hash_table_insert (decisions, GUINT_TO_POINTER (4), pair->id);
  g_autoptr (LedgerImportPlan) other = plan_new (office, later, decisions);
  ledger_import_plan_take_choices (other, before);
  g_assert_true (find_line (other, "measure", NULL, 4)->chosen);
  g_assert_false (find_line (other, "issue", NULL, 5)->chosen);
}

static void
test_without_ledger (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rows_new (list);
  g_autoptr (LedgerImportPlan) plan = ledger_import_plan_new (NULL, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_import_plan_get_pairs (plan)->len, ==, 0);
  g_assert_cmpuint (ledger_import_plan_count_absent (plan), ==, 0);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-pair/offered", test_offered);
  g_test_add_func ("/import-pair/as-change", test_as_change);
  g_test_add_func ("/import-pair/as-new", test_as_new);
  g_test_add_func ("/import-pair/choices", test_choices);
  g_test_add_func ("/import-pair/without-ledger", test_without_ledger);
  return g_test_run ();
}
