/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-copy.h"

#include <string.h>

#include "ledger-table-paste.h"

static void
test_text (void)
{
  g_autoptr (LedgerTableCopy) copy = ledger_table_copy_new (3);
  const char *heading[] = { "编号", "问题", "备注" };
  const char *row[] = { "1.2.3", "一\n\"二\"", NULL };
  const char *formulas[] = { "=1+1", "-5", "-尚未完成" };
  g_autofree char *text = NULL;

  ledger_table_copy_add_head (copy, heading);
  ledger_table_copy_add_row (copy, row);
  ledger_table_copy_add_row (copy, formulas);
  text = ledger_table_copy_to_text (copy);
  g_assert_cmpuint (ledger_table_copy_get_n_rows (copy), ==, 3);
  g_assert_cmpstr (
      text, ==, "编号\t问题\t备注\n1.2.3\t\"一\n\"\"二\"\"\"\t\n'=1+1\t-5\t'-尚未完成\n");
}

static void
test_html (void)
{
  g_autoptr (LedgerTableCopy) copy = ledger_table_copy_new (1);
  const char *heading[] = { "编号" };
  const char *row[] = { "<script>&\"" };
  g_autofree char *html = NULL;

  ledger_table_copy_add_head (copy, heading);
  ledger_table_copy_add_row (copy, row);
  html = ledger_table_copy_to_html (copy);
  g_assert_nonnull (strstr (html, "<th style='mso-number-format:\"\\@\"'>编号</th>"));
  g_assert_nonnull (strstr (html, ">&lt;script&gt;&amp;&quot;</td>"));
  g_assert_null (strstr (html, "<script"));
}

static void
check_same (LedgerWorkbook *workbook, char *cells[4][3])
{
  const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);

  for (guint row = 0; row < 4; row++)
    for (guint column = 0; column < 3; column++)
      g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, row, column), ==, cells[row][column]);
}

/* What was copied here and pasted here is the same, either way. */
static void
test_there_and_back (void)
{
  const char *pieces[] = { "整改", "\"",    ",", "\n", "a  b", "=",  "-",  "'",
                           "<b>",  "&amp;", "&", ";",  "@",    "　", "1.2" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (LedgerTableCopy) copy = ledger_table_copy_new (3);
      g_autoptr (LedgerWorkbook) from_text = NULL;
      g_autoptr (LedgerWorkbook) from_html = NULL;
      g_autofree char *text = NULL;
      g_autofree char *html = NULL;
      char *cells[4][3];

      for (guint row = 0; row < 4; row++)
        {
          for (guint column = 0; column < 3; column++)
            {
              GString *cell = g_string_new (g_test_rand_bit () ? "=" : "首");

              for (gint n = g_test_rand_int_range (0, 6); n > 0; n--)
                g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
              g_string_append (cell, "尾");
              cells[row][column] = g_string_free (cell, FALSE);
            }
          ledger_table_copy_add_row (copy, (const char *const *)cells[row]);
        }
      text = ledger_table_copy_to_text (copy);
      html = ledger_table_copy_to_html (copy);
      from_text = ledger_table_paste (text, NULL, NULL, NULL);
      from_html = ledger_table_paste (NULL, html, NULL, NULL);
      check_same (from_text, cells);
      check_same (from_html, cells);
      for (guint i = 0; i < 12; i++)
        g_free (cells[i / 3][i % 3]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-copy/text", test_text);
  g_test_add_func ("/table-copy/html", test_html);
  g_test_add_func ("/table-copy/there-and-back", test_there_and_back);
  return g_test_run ();
}
