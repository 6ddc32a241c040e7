/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet.h"

static void
put (LedgerSheet *sheet, guint row, guint column, const char *text)
{
  ledger_sheet_put (sheet, row, column, LEDGER_CELL_TEXT, text, 0, LEDGER_DAY_NONE);
}

static void
test_order (void)
{
  LedgerSheet *sheet = ledger_sheet_new ("表", FALSE);
  const LedgerCell *cells;
  guint n;

  put (sheet, 5, 2, "后");
  put (sheet, 1, 1, "旧");
  put (sheet, 1, 0, "前");
  put (sheet, 1, 1, "新");
  put (sheet, 9, 9, "");
  put (sheet, 9, 9, NULL);
  ledger_sheet_seal (sheet);
  g_assert_cmpuint (ledger_sheet_get_n_rows (sheet), ==, 6);
  g_assert_cmpuint (ledger_sheet_get_n_columns (sheet), ==, 3);
  cells = ledger_sheet_get_cells (sheet, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (cells[1].text, ==, "新");
  cells = ledger_sheet_get_row (sheet, 1, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (cells[0].text, ==, "前");
  g_assert_null (ledger_sheet_get_row (sheet, 2, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (ledger_sheet_get_cell (sheet, 99, 99));
  ledger_sheet_free (sheet);
}

/* Disjoint ranges at random against a plain search through all of them. */
static void
test_merges (void)
{
  for (guint round = 0; round < 50; round++)
    {
      LedgerSheet *sheet = ledger_sheet_new ("表", FALSE);
      LedgerSheetRange ranges[40];
      guint n = 0;

      put (sheet, 59, 19, "角");
      for (guint i = 0; i < 40; i++)
        {
          guint row = (guint)g_test_rand_int_range (0, 58);
          guint column = (guint)g_test_rand_int_range (0, 18);
          LedgerSheetRange range = { row,
                                     column,
                                     row + (guint)g_test_rand_int_range (0, 3),
                                     column + (guint)g_test_rand_int_range (0, 3) };
          gboolean free_place = range.last_row != row || range.last_column != column;

          for (guint j = 0; j < n; j++)
            free_place &= ranges[j].last_row < range.first_row
                          || ranges[j].first_row > range.last_row
                          || ranges[j].last_column < range.first_column
                          || ranges[j].first_column > range.last_column;
          if (!free_place)
            continue;
          ranges[n++] = range;
          put (sheet, row, column, "合");
          ledger_sheet_add_merge (sheet, &range);
        }
      ledger_sheet_seal (sheet);
      for (guint row = 0; row < 62; row++)
        for (guint column = 0; column < 20; column++)
          {
            const LedgerSheetRange *found = ledger_sheet_find_merge (sheet, row, column);
            const LedgerSheetRange *expected = NULL;

            for (guint j = 0; j < n; j++)
              if (row >= ranges[j].first_row && row <= ranges[j].last_row
                  && column >= ranges[j].first_column && column <= ranges[j].last_column)
                expected = &ranges[j];
            g_assert_true ((found == NULL) == (expected == NULL));
            if (found == NULL)
              continue;
            g_assert_cmpmem (found, sizeof *found, expected, sizeof *expected);
            g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, row, column), ==, "合");
          }
      ledger_sheet_free (sheet);
    }
}

static void
test_hidden (void)
{
  LedgerSheet *sheet = ledger_sheet_new ("表", TRUE);

  put (sheet, 20, 9, "角");
  ledger_sheet_hide_rows (sheet, 7, 7);
  ledger_sheet_hide_rows (sheet, 3, 4);
  ledger_sheet_hide_rows (sheet, 5, 5);
  ledger_sheet_hide_rows (sheet, 4, 4);
  ledger_sheet_hide_rows (sheet, 20, 1000000);
  ledger_sheet_hide_columns (sheet, 1, 2);
  ledger_sheet_seal (sheet);
  for (guint row = 0; row < 25; row++)
    g_assert_cmpint (ledger_sheet_row_is_hidden (sheet, row),
                     ==,
                     (row >= 3 && row <= 5) || row == 7 || row >= 20);
  g_assert_cmpuint (ledger_sheet_count_hidden_rows (sheet), ==, 5);
  g_assert_false (ledger_sheet_column_is_hidden (sheet, 0));
  g_assert_true (ledger_sheet_column_is_hidden (sheet, 1));
  g_assert_true (ledger_sheet_column_is_hidden (sheet, 2));
  g_assert_false (ledger_sheet_column_is_hidden (sheet, 3));
  g_assert_true (ledger_sheet_is_hidden (sheet));
  ledger_sheet_free (sheet);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/order", test_order);
  g_test_add_func ("/sheet/merges", test_merges);
  g_test_add_func ("/sheet/hidden", test_hidden);
  return g_test_run ();
}
