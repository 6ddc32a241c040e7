/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-reader.h"

#include <string.h>

#include "ledger-error.h"
#include "sheet-package.h"

#define CELL(text) "<sheetData><row><c t='str'><v>" text "</v></c></row></sheetData>"
#define SHEET(text) "<worksheet xmlns='" MAIN_NS "'>" CELL (text) "</worksheet>"

/* No shared strings, no styles, absolute and backward targets, capital letters; hidden sheets. */
static void
test_sheets (void)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_package_read (sheet_package_new (
      "_rels/.rels",
      "<Relationships xmlns='" PKG_RELS_NS "'><Relationship Id='r' Type='" DOC_RELS_NS
      "/officeDocument' Target='/Office/Book.xml'/></Relationships>",
      "office/_rels/book.xml.rels",
      "<Relationships xmlns='" PKG_RELS_NS "'>"
      "<Relationship Id='c' Type='" DOC_RELS_NS "/worksheet' Target='/parts\\two.xml'/>"
      "<Relationship Id='b' Type='" DOC_RELS_NS "/worksheet' Target='../parts/one.xml'/>"
      "<Relationship Id='d' Type='" DOC_RELS_NS "/chartsheet' Target='chart.xml'/>"
      "</Relationships>",
      "Office/Book.xml",
      "<workbook xmlns='" MAIN_NS "' xmlns:q='" DOC_RELS_NS "'><sheets>"
      "<sheet name='图' q:id='d'/><sheet name='一' q:id='b'/>"
      "<sheet name='二' q:id='c' state='veryHidden'/></sheets></workbook>",
      "parts/ONE.xml",
      SHEET ("甲"),
      "parts/two.xml",
      SHEET ("乙"),
      NULL));
  const LedgerSheet *second = ledger_workbook_get_sheet (workbook, 1);

  g_assert_cmpuint (ledger_workbook_get_n_sheets (workbook), ==, 2);
  assert_cell (workbook, "A1", "甲");
  g_assert_cmpstr (ledger_sheet_get_name (second), ==, "二");
  g_assert_true (ledger_sheet_is_hidden (second));
  g_assert_cmpstr (ledger_sheet_get_shown_text (second, 0, 0), ==, "乙");
}

static void
test_other_packages (void)
{
  const struct
  {
    const char *part;
    int code;
  } cases[] = {
    { "word/document.xml", LEDGER_ERROR_UNSUPPORTED }, { "content.xml", LEDGER_ERROR_UNSUPPORTED },
    { "xl/workbook.bin", LEDGER_ERROR_UNSUPPORTED },   { "照片.jpg", LEDGER_ERROR_UNSUPPORTED },
    { "[Content_Types].xml", LEDGER_ERROR_DAMAGED },   { "xl/workbook.xml", LEDGER_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence =
          sheet_package_refuse (sheet_package_new (cases[i].part, "<a/>", NULL), cases[i].code);

      g_assert_nonnull (sentence);
    }
}

/* One text of 100 kB used by 5,000 cells is half a gigabyte. */
static void
test_shared_string_bomb (void)
{
  g_autoptr (GString) sheet = g_string_new ("<sheetData><row>");
  g_autoptr (GString) strings = g_string_new ("<si><t>");
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (sheet, "<c t='s'><v>0</v></c>");
  g_string_append (sheet, "</row></sheetData>");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (strings, 'x');
  g_string_append (strings, "</t></si>");
  sentence = sheet_package_refuse (sheet_package_book (sheet->str, strings->str, NULL, NULL),
                                   LEDGER_ERROR_UNSUPPORTED);
  g_assert_nonnull (sentence);
}

static void
test_too_many_cells (void)
{
  g_autoptr (GString) sheet = g_string_new ("<sheetData>");
  g_autofree char *sentence = NULL;

  for (guint row = 0; row < 4001; row++)
    {
      g_string_append (sheet, "<row>");
      for (guint column = 0; column < 100; column++)
        g_string_append (sheet, "<c><v>1</v></c>");
      g_string_append (sheet, "</row>");
    }
  g_string_append (sheet, "</sheetData>");
  sentence = sheet_package_refuse (sheet_package_book (sheet->str, NULL, NULL, NULL),
                                   LEDGER_ERROR_UNSUPPORTED);
  g_assert_nonnull (sentence);
}

/* 50,000 merged ranges are read, one more is not. */
static void
test_merges (void)
{
  for (guint n = 50000; n <= 50001; n++)
    {
      g_autoptr (GString) sheet =
          g_string_new ("<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>");

      for (guint i = 0; i < n; i++)
        g_string_append_printf (sheet, "<mergeCell ref='A%u:C%u'/>", 2 * i + 1, 2 * i + 2);
      g_string_append (sheet, "</mergeCells>");
      if (n == 50000)
        {
          g_autoptr (LedgerWorkbook) workbook =
              sheet_package_read (sheet_package_book (sheet->str, NULL, NULL, NULL));

          g_assert_cmpstr (
              ledger_sheet_get_shown_text (ledger_workbook_get_sheet (workbook, 0), 1, 0), ==, "1");
        }
      else
        {
          g_autofree char *sentence = sheet_package_refuse (
              sheet_package_book (sheet->str, NULL, NULL, NULL), LEDGER_ERROR_UNSUPPORTED);

          g_assert_nonnull (sentence);
        }
    }
}

/* Cells at the far ends of the sheet and rows that are not filled cost nothing. */
static void
test_sparse (void)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_package_read (
      sheet_package_book ("<sheetData><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
                          "<row r='1048577'><c><v>2</v></c></row><row r='1'><c r='XFE1'><v>3</v>"
                          "</c></row></sheetData>"
                          "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>",
                          NULL,
                          NULL,
                          NULL));

  assert_cell (workbook, "XFD1048576", "1");
  g_assert_cmpuint (ledger_sheet_get_n_rows (ledger_workbook_get_sheet (workbook, 0)), ==, 1048576);
}

static void
test_cancel (void)
{
  char *path = sheet_package_book (CELL ("一"), NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LedgerReadBudget budget;

  g_cancellable_cancel (cancellable);
  ledger_read_budget_init (&budget, "表", NULL, cancellable);
  g_assert_null (ledger_xlsx_reader_read (path, &budget, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sheet_package_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-reader/sheets", test_sheets);
  g_test_add_func ("/xlsx-reader/other-packages", test_other_packages);
  g_test_add_func ("/xlsx-reader/shared-string-bomb", test_shared_string_bomb);
  g_test_add_func ("/xlsx-reader/too-many-cells", test_too_many_cells);
  g_test_add_func ("/xlsx-reader/merges", test_merges);
  g_test_add_func ("/xlsx-reader/sparse", test_sparse);
  g_test_add_func ("/xlsx-reader/cancel", test_cancel);
  return g_test_run ();
}
