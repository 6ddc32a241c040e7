/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-paste.h"

#include <string.h>

#include "ledger-error.h"
#include "sheet-package.h"

static void
test_text (void)
{
  g_autoptr (LedgerWorkbook) workbook =
      ledger_table_paste ("序号\t问题\r\n1\t\"第一行\n第二行\"\r\n", NULL, NULL, NULL);

  assert_cell (workbook, "B2", "第一行\n第二行");
  g_assert_cmpuint (ledger_sheet_get_n_rows (ledger_workbook_get_sheet (workbook, 0)), ==, 2);
}

static void
test_choice (void)
{
  g_autoptr (LedgerWorkbook) table =
      ledger_table_paste ("字", "<table><tr><td>表</table>", NULL, NULL);
  g_autoptr (LedgerWorkbook) text = ledger_table_paste ("字", "<p>页</p>", NULL, NULL);
  g_autoptr (LedgerWorkbook) alone = ledger_table_paste ("字", NULL, NULL, NULL);

  assert_cell (table, "A1", "表");
  assert_cell (text, "A1", "字");
  assert_cell (alone, "A1", "字");
}

static void
test_nothing (void)
{
  const char *texts[] = { NULL, "", "\n\n\t\t\n", "\x01\x02" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_null (ledger_table_paste (texts[i], NULL, NULL, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_null (ledger_table_paste (NULL, "<table><tr><td></table>", NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-paste/text", test_text);
  g_test_add_func ("/table-paste/choice", test_choice);
  g_test_add_func ("/table-paste/nothing", test_nothing);
  return g_test_run ();
}
