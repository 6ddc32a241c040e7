/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-workbook.h"

#include <string.h>

static void
test_sheets (void)
{
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  g_autoptr (LedgerWorkbook) again = ledger_workbook_ref (workbook);
  LedgerSheet *second;

  ledger_workbook_add_sheet (workbook, "一", FALSE);
  second = ledger_workbook_add_sheet (workbook, "二", TRUE);
  g_assert_cmpuint (ledger_workbook_get_n_sheets (again), ==, 2);
  g_assert_true (ledger_workbook_find_sheet (again, "二") == second);
  g_assert_null (ledger_workbook_find_sheet (again, "三"));
  g_assert_null (ledger_workbook_get_encoding (again));
  ledger_workbook_set_encoding (workbook, "GB18030", TRUE);
  ledger_workbook_set_encoding (workbook, "UTF-8", FALSE);
  g_assert_cmpstr (ledger_workbook_get_encoding (again), ==, "UTF-8");
  g_assert_false (ledger_workbook_is_doubtful (again));
}

static void
test_texts_stay (void)
{
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  const char *first = ledger_workbook_keep (workbook, "问题清单", strlen ("问题"));

  for (guint i = 0; i < 100000; i++)
    ledger_workbook_keep (workbook, "填满许多块内存", 21);
  g_assert_cmpstr (first, ==, "问题");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/sheets", test_sheets);
  g_test_add_func ("/workbook/texts-stay", test_texts_stay);
  return g_test_run ();
}
