/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-csv-reader.h"

#include <string.h>

#include "ledger-error.h"
#include "sheet-package.h"

static LedgerWorkbook *
read_bytes (const char *bytes, gsize size, const char *encoding, GError **error)
{
  g_autoptr (GBytes) all = g_bytes_new (bytes, size);
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "周更.清单.csv", NULL, NULL);
  return ledger_csv_reader_read (all, encoding, &budget, error);
}

static void
test_encodings (void)
{
  const char *encodings[] = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize size;
      g_autofree char *bytes = g_convert ("序号;整改描述\r\n1;\"按计划推进，\r\n下周继续\"\r\n",
                                          -1,
                                          encodings[i],
                                          "UTF-8",
                                          NULL,
                                          &size,
                                          NULL);
      g_autoptr (LedgerWorkbook) workbook = read_bytes (bytes, size, NULL, NULL);

      assert_cell (workbook, "B1", "整改描述");
      assert_cell (workbook, "B2", "按计划推进，\n下周继续");
      g_assert_cmpstr (ledger_workbook_get_encoding (workbook), ==, encodings[i]);
      g_assert_cmpstr (
          ledger_sheet_get_name (ledger_workbook_get_sheet (workbook, 0)), ==, "周更.清单");
    }
}

static void
test_order (void)
{
  const char *text = "sep=|\r\na,b|c\r\n";
  g_autoptr (LedgerWorkbook) workbook = read_bytes (text, strlen (text), NULL, NULL);

  assert_cell (workbook, "A1", "a,b");
  assert_cell (workbook, "B1", "c");
}

static void
test_chosen (void)
{
  gsize size;
  g_autofree char *bytes = g_convert ("問題,時限", -1, "BIG5", "UTF-8", NULL, &size, NULL);
  g_autoptr (LedgerWorkbook) workbook = read_bytes (bytes, size, "BIG5", NULL);
  g_autoptr (GError) error = NULL;

  assert_cell (workbook, "A1", "問題");
  g_assert_null (read_bytes (bytes, size, "UTF-8", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/encodings", test_encodings);
  g_test_add_func ("/csv-reader/order", test_order);
  g_test_add_func ("/csv-reader/chosen", test_chosen);
  return g_test_run ();
}
