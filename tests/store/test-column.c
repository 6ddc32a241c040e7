/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-column.h"
#include "store-fixture.h"

static void
test_finding (void)
{
  const LedgerRecordType *issue = ledger_reading_find_type (&fixture_reading, "issue");
  g_assert_nonnull (issue);
  g_assert_null (ledger_reading_find_type (&fixture_reading, "Issue"));
  for (guint i = 0; i < issue->n_columns; i++)
    g_assert_cmpuint (ledger_record_type_find_column (issue, issue->columns[i].name), ==, i);
  g_assert_cmpuint (ledger_record_type_find_column (issue, "nothing"), ==, G_MAXUINT);
}

static void
test_parents (void)
{
  static const LedgerColumn plain[] = {
    { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, "text", NULL }
  };
  static const LedgerRecordType loose = { "loose", "loose", plain, G_N_ELEMENTS (plain) };
  const LedgerRecordType *measure = ledger_reading_find_type (&fixture_reading, "measure");
  guint parent = ledger_record_type_parent_column (measure);
  g_assert_cmpstr (measure->columns[parent].name, ==, "issue");
  g_assert_cmpuint (ledger_record_type_parent_column (&loose), ==, G_MAXUINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/finding", test_finding);
  g_test_add_func ("/column/parents", test_parents);
  return g_test_run ();
}
