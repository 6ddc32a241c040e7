/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-styles.h"

#include "sheet-package.h"

static void
test_formats (void)
{
  char *path = sheet_package_book (
      "",
      NULL,
      "<numFmts><numFmt numFmtId='176' formatCode='yyyy\"年\"m\"月\"'/>"
      "<numFmt numFmtId='14' formatCode='0.00'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='31'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='176'/><xf numFmtId='57'/><xf numFmtId='14'/>"
      "<xf/><xf numFmtId='9999'/></cellXfs>"
      "<dxfs><dxf><numFmt numFmtId='177' formatCode='d'/></dxf></dxfs>",
      NULL);
  const gboolean dates[] = { FALSE, TRUE, TRUE, FALSE, FALSE, FALSE };
  g_autoptr (LedgerArchive) archive = ledger_archive_open (path, "表", NULL);
  g_autoptr (LedgerXlsxStyles) styles = NULL;
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "表", NULL, NULL);
  styles = ledger_xlsx_styles_read (archive, "xl/styles.xml", &budget, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpint (
        ledger_number_format_is_date (ledger_xlsx_styles_get (styles, i)), ==, dates[i]);
  g_assert_null (ledger_xlsx_styles_get (styles, 0));
  g_assert_nonnull (ledger_xlsx_styles_get (styles, 3));
  g_assert_null (ledger_xlsx_styles_get (styles, 5));
  g_assert_null (ledger_xlsx_styles_get (styles, 1000000));
  sheet_package_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-styles/formats", test_formats);
  return g_test_run ();
}
