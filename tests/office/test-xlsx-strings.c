/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-strings.h"

#include <string.h>

#include "sheet-package.h"

static void
test_texts (void)
{
  char *path = sheet_package_book (
      "",
      "<si><t>简单</t></si>"
      "<si><r><rPr><b/></rPr><t>加</t></r><r><t xml:space='preserve'>粗 </t></r></si>"
      "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
      "<si/>"
      "<si><t>上_x000D_\n下</t></si>"
      "<o:si xmlns:o='urn:o'><o:t>不算</o:t></o:si>",
      NULL,
      NULL);
  const char *expected[] = { "简单", "加粗 ", "東京", "", "上\n下" };
  g_autoptr (LedgerArchive) archive = ledger_archive_open (path, "表", NULL);
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  g_autoptr (LedgerXlsxStrings) strings = NULL;
  LedgerReadBudget budget;
  gsize length;

  ledger_read_budget_init (&budget, "表", NULL, NULL);
  strings = ledger_xlsx_strings_read (archive, "xl/sharedStrings.xml", workbook, &budget, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (ledger_xlsx_strings_get (strings, i, &length), ==, expected[i]);
      g_assert_cmpuint (length, ==, strlen (expected[i]));
    }
  g_assert_null (ledger_xlsx_strings_get (strings, G_N_ELEMENTS (expected), &length));
  sheet_package_remove (path);
}

static void
test_none (void)
{
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  LedgerReadBudget budget;
  g_autoptr (LedgerXlsxStrings) strings = NULL;
  gsize length;

  ledger_read_budget_init (&budget, "表", NULL, NULL);
  strings = ledger_xlsx_strings_read (NULL, NULL, workbook, &budget, NULL);
  g_assert_null (ledger_xlsx_strings_get (strings, 0, &length));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-strings/texts", test_texts);
  g_test_add_func ("/xlsx-strings/none", test_none);
  return g_test_run ();
}
