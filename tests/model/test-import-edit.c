/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-plan.h"

#include "ledger-test-office.h"

#define N_ROWS 1500

static GPtrArray *
make_rows (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  for (guint i = 0; i < N_ROWS; i++)
    {
      LedgerImportIssue *row = g_new0 (LedgerImportIssue, 1);
      g_autofree char *path = g_strdup_printf ("方面%u/大类%u", i % 5, i % 40);
      LedgerImportMeasure *measure = g_new0 (LedgerImportMeasure, 1);
      row->headings = g_strsplit (path, "/", -1);
      row->number = g_strdup_printf ("%u", i + 1);
      row->text = g_strdup_printf ("问题%u", i);
      row->lead_leader = g_strdup_printf ("领导%u", i % 7);
      measure->text = g_strdup_printf ("措施%u", i);
      row->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);
      g_ptr_array_add (row->measures, measure);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Numbers and ranks of one edit: no number twice, ranks rising, each name learnt once. */
static void
test_one_edit (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (LedgerImportPlan) plan = ledger_import_plan_new (office->document, rows, &error);
  g_assert_no_error (error);
  LedgerEdit *edit = ledger_import_plan_make_edit (plan, office->document, &error);
  g_assert_cmpint (ledger_edit_get_kind (edit), ==, LEDGER_EDIT_IMPORT);
  g_assert_cmpstr (ledger_edit_get_actor (edit), ==, "李敏");
  ledger_test_office_commit (office, edit, error);
  LedgerTable *issues = ledger_document_get_table (office->document, "issue");
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_assert_cmpuint (ledger_table_get_n_records (issues), ==, N_ROWS);
  for (guint i = 0; i < N_ROWS; i++)
    {
      LedgerRecord *issue = ledger_table_get_record (issues, i);
      const char *number = ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER);
      g_assert_true (g_hash_table_add (numbers, (gpointer)number));
      /* Under the heading 1 that was there before, the new ones begin with 2. */
      g_assert_true (g_ascii_strtoull (number, NULL, 10) >= 2);
    }
  g_assert_cmpuint (
      ledger_table_get_n_records (ledger_document_get_table (office->document, "person")),
      ==,
      3 + 7);
  g_assert_cmpuint (
      ledger_table_get_n_records (ledger_document_get_table (office->document, "heading")),
      ==,
      1 + 5 + 40);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-edit/one-edit", test_one_edit);
  return g_test_run ();
}
