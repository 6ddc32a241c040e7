/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-html-table.h"

#include <string.h>

#include "sheet-package.h"

static LedgerWorkbook *
read_html (const char *html)
{
  LedgerWorkbook *workbook = ledger_workbook_new ();
  LedgerSheet *sheet = ledger_workbook_add_sheet (workbook, "表", FALSE);
  g_autoptr (GError) error = NULL;
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "表", NULL, NULL);
  ledger_html_table_read (html, strlen (html), workbook, sheet, &budget, &error);
  g_assert_no_error (error);
  return workbook;
}

static void
test_spans (void)
{
  g_autoptr (LedgerWorkbook) workbook =
      read_html ("<table><tr><td colspan=3>标题</td></tr>"
                 "<tr><td rowspan=2>方面</td><td>问题一</td><td>3月底</td></tr>"
                 "<tr><td>问题二</td><td rowspan=99>长期</td></tr></table>");
  const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);
  guint n;
  const LedgerSheetRange *merges = ledger_sheet_get_merges (sheet, &n);

  assert_cell (workbook, "A1", "标题");
  assert_cell (workbook, "B3", "问题二");
  assert_cell (workbook, "C3", "长期");
  g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, 2, 0), ==, "方面");
  g_assert_cmpuint (n, ==, 2); /* the last one reaches below the table: one cell is left */
  g_assert_cmpuint (merges[0].last_column, ==, 2);
  g_assert_cmpuint (ledger_sheet_get_n_rows (sheet), ==, 3);
}

static void
test_texts (void)
{
  g_autoptr (LedgerWorkbook) workbook = read_html (
      "<html><style>td{a:b}</style><body><!--StartFragment--><table><col style='display : none'>"
      "<col width=64 span=2><tr><td class=xl65> 一<br>\n  二 </td>"
      "<td><p class=MsoNormal>甲<span>乙</span></p>\n<p>丙<o:p></o:p></p></td>"
      "<td>外<table><tr><td>内1</td><td>内2</td></tr></table></td></tr>"
      "<tr style='height:0;DISPLAY:none;display:none'><td>藏</td></tr>"
      "<tr><th>尾</table>后面的字<table><tr><td>第二表</table>");
  const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);

  assert_cell (workbook, "A1", "一\n二");
  assert_cell (workbook, "B1", "甲乙\n丙");
  g_assert_nonnull (strstr (sheet_package_text (workbook, "C1"), "内1 内2"));
  assert_cell (workbook, "A3", "尾");
  assert_cell (workbook, "A4", "第二表");
  g_assert_true (ledger_sheet_row_is_hidden (sheet, 1));
  g_assert_true (ledger_sheet_column_is_hidden (sheet, 0));
  g_assert_false (ledger_sheet_column_is_hidden (sheet, 1));
}

static void
test_is_in (void)
{
  const char *yes = "<b>x<TABLE><TR><TD>";
  const char *no = "<p>table &lt;td&gt;</p><td>";

  g_assert_true (ledger_html_table_is_in (yes, strlen (yes)));
  g_assert_false (ledger_html_table_is_in (no, strlen (no)));
}

/* Tags in any order: read as far as it goes, never more. */
static void
test_random (void)
{
  const char *pieces[] = { "<table>",
                           "</table>",
                           "<tr>",
                           "</tr>",
                           "<td>",
                           "</td>",
                           "<td rowspan=3 colspan=2>",
                           "<td colspan=1000>",
                           "<td rowspan=99999>",
                           "<br>",
                           "<p>",
                           "</p>",
                           "文字",
                           "&nbsp;",
                           "<!--",
                           "-->",
                           "<style>",
                           "<",
                           "'",
                           "\"",
                           ">",
                           "<col span=9999 style=display:none>",
                           "<th" };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) html = g_string_new ("<table>");
      g_autoptr (LedgerWorkbook) workbook = NULL;

      for (gint n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (html, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      workbook = read_html (html->str);
      g_assert_cmpuint (ledger_sheet_get_n_rows (ledger_workbook_get_sheet (workbook, 0)), <, 50);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-table/spans", test_spans);
  g_test_add_func ("/html-table/texts", test_texts);
  g_test_add_func ("/html-table/is-in", test_is_in);
  g_test_add_func ("/html-table/random", test_random);
  return g_test_run ();
}
