/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-delimited-text.h"

#include <string.h>

/* The table as "a|b/c|d", line breaks in cells as ~. */
static char *
read_as (const char *text, char separator)
{
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  LedgerSheet *sheet = ledger_workbook_add_sheet (workbook, "表", FALSE);
  GString *out = g_string_new (NULL);
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "表", NULL, NULL);
  g_assert_true (
      ledger_delimited_text_read (text, strlen (text), separator, workbook, sheet, &budget, NULL));
  for (guint row = 0; row < ledger_sheet_get_n_rows (sheet); row++)
    {
      g_string_append (out, row > 0 ? "/" : "");
      for (guint column = 0; column < ledger_sheet_get_n_columns (sheet); column++)
        g_string_append_printf (
            out, "%s%s", column > 0 ? "|" : "", ledger_sheet_get_shown_text (sheet, row, column));
    }
  g_strdelimit (out->str, "\n", '~');
  return g_string_free (out, FALSE);
}

static void
test_cells (void)
{
  const struct
  {
    const char *text;
    const char *table;
  } cases[] = {
    { "", "" },
    { "a,b\nc,d\n", "a|b/c|d" },
    { "a,b\r\nc,d", "a|b/c|d" },
    { "a,b\rc,d\r", "a|b/c|d" },
    { "a,,b\n\n,c", "a||b/||/|c|" },
    { "\"一\r\n二\",\"三,四\"\n五,六", "一~二|三,四/五|六" },
    { "\"说\"\"整改\"\"\",b", "说\"整改\"|b" },
    { "\"a\"b,c", "ab|c" },
    { "5\"管,b\n", "5\"管|b" },
    { "\"没有收尾,b\nc,d", "\"没有收尾|b/c|d" },
    { "'=1+1,'-项,'a", "=1+1|-项|'a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = read_as (cases[i].text, ',');

      g_assert_cmpstr (table, ==, cases[i].table);
    }
}

static void
test_guess (void)
{
  const struct
  {
    const char *text;
    char separator;
  } cases[] = {
    { "序号,问题\n1,甲\n2,乙\n", ',' },
    { "序号;问题\n1;甲,乙\n2;丙\n", ';' },
    { "序号\t问题\n1\t甲,乙,丙\n2\t丙;丁\n", '\t' },
    { "序号|问题|时限\n1|甲,乙|a\n2|丙|b\n", '|' },
    { "只有一列\n没有分隔\n", ',' },
    { "a;b;c\n\"x,y,z\n,,,\";2;3\n", ';' },
    { "", ',' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ledger_delimited_text_guess (cases[i].text, strlen (cases[i].text)),
                     ==,
                     cases[i].separator);
}

/* Any table written by the rules is read back the same. */
static void
test_there_and_back (void)
{
  const char *pieces[] = { "整改", "\"", ",", "\n", "a b", "、", "1.2.3", ";", "\t" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *table = NULL;

      for (guint row = 0; row < 4; row++)
        for (guint column = 0; column < 3; column++)
          {
            g_autoptr (GString) cell = g_string_new ("首");

            for (gint n = g_test_rand_int_range (0, 5); n > 0; n--)
              g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
            g_string_append_printf (expected,
                                    "%s%s",
                                    column > 0 ? "|"
                                    : row > 0  ? "/"
                                               : "",
                                    cell->str);
            g_string_replace (cell, "\"", "\"\"", 0);
            g_string_append_printf (text, "\"%s\"%s", cell->str, column < 2 ? "," : "\n");
          }
      g_strdelimit (expected->str, "\n", '~');
      table = read_as (text->str, ',');
      g_assert_cmpstr (table, ==, expected->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delimited-text/cells", test_cells);
  g_test_add_func ("/delimited-text/guess", test_guess);
  g_test_add_func ("/delimited-text/there-and-back", test_there_and_back);
  return g_test_run ();
}
