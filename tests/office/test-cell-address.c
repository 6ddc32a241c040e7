/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-cell-address.h"

static void
test_names (void)
{
  const struct
  {
    guint row;
    guint column;
    const char *address;
  } cases[] = {
    { 0, 0, "A1" },       { 8, 25, "Z9" },    { 8, 26, "AA9" }, { 99, 51, "AZ100" },
    { 99, 701, "ZZ100" }, { 0, 702, "AAA1" }, { 3, 4, "E4" },   { 1048575, 16383, "XFD1048576" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = ledger_cell_address_new (cases[i].row, cases[i].column);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static void
test_there_and_back (void)
{
  for (guint column = 0; column < LEDGER_SHEET_MAX_COLUMNS; column++)
    {
      guint row = column * 63 % LEDGER_SHEET_MAX_ROWS;
      g_autofree char *address = ledger_cell_address_new (row, column);
      guint found_row, found_column;

      g_assert_true (ledger_cell_address_parse (address, -1, &found_row, &found_column));
      g_assert_cmpuint (found_row, ==, row);
      g_assert_cmpuint (found_column, ==, column);
    }
}

static void
test_odd (void)
{
  const char *wrong[] = { "",
                          "A",
                          "1",
                          "A0",
                          "XFE1",
                          "A1048577",
                          "A1B",
                          "1A",
                          "ZZZZZZZZZZ1",
                          "A-1",
                          "甲1",
                          "A 1",
                          "A99999999999999999999",
                          "$",
                          "AAAAAAAAAAAAAAAAAAAAAAAAAA1" };
  guint row = 7;
  guint column = 7;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (ledger_cell_address_parse (wrong[i], -1, &row, &column));
  g_assert_cmpuint (row, ==, 7);
  g_assert_cmpuint (column, ==, 7);
  g_assert_true (ledger_cell_address_parse ("$b$12:", 5, &row, &column));
  g_assert_cmpuint (row, ==, 11);
  g_assert_cmpuint (column, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-address/names", test_names);
  g_test_add_func ("/cell-address/there-and-back", test_there_and_back);
  g_test_add_func ("/cell-address/odd", test_odd);
  return g_test_run ();
}
