/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-sheet.h"

#include "ledger-error.h"
#include "sheet-package.h"

static void
test_days (void)
{
  const struct
  {
    double serial;
    gboolean from_1904;
    const char *iso;
  } cases[] = {
    { 1, FALSE, "1900-01-01" },
    { 59, FALSE, "1900-02-28" },
    { 60, FALSE, NULL },
    { 61, FALSE, "1900-03-01" },
    { 46086, FALSE, "2026-03-05" },
    { 46086.99, FALSE, "2026-03-05" },
    { 0.5, FALSE, NULL },
    { -3, FALSE, NULL },
    { 2958465, FALSE, "9999-12-31" },
    { 2958466, FALSE, NULL },
    { 1e300, FALSE, NULL },
    { 44624, TRUE, "2026-03-05" },
    { 0, TRUE, "1904-01-01" },
    { 60, TRUE, "1904-03-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso =
          ledger_day_to_iso (ledger_xlsx_sheet_day (cases[i].serial, cases[i].from_1904));

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_kinds (void)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_package_read (sheet_package_book (
      "<dimension ref='A1:A1'/><sheetData><row r='1'>"
      "<c r='A1' t='s'><v>1</v></c><c r='B1' t='inlineStr'><is><r><t>行</t></r><r><t>内</t></r>"
      "<rPh><t>音</t></rPh></is></c><c r='C1' t='str'><f>A1&amp;B1</f><v>公式</v></c>"
      "<c r='D1' t='b'><v>1</v></c><c r='E1' t='e'><v>#N/A</v></c>"
      "<c r='F1' t='d' s='1'><v>2026-03-05T00:00:00</v></c><c r='G1' s='1'><v>46086</v></c>"
      "<c r='H1'><v>12.50</v></c><c r='I1' s='2'><v>7</v></c><c r='J1' s='1'/>"
      "<c r='K1'><f>1+1</f></c><c r='L1' t='s'><v>0</v></c><c r='M1' s='3'><v>0.5</v></c>"
      "<c r='N1'><v>不是数</v></c></row></sheetData>",
      "<si><t/></si><si><t>共享</t></si>",
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='31'/><xf numFmtId='2'/><xf "
      "numFmtId='20'/></cellXfs>",
      NULL));
  const struct
  {
    const char *address;
    LedgerCellKind kind;
    const char *text;
  } cases[] = {
    { "A1", LEDGER_CELL_TEXT, "共享" },         { "B1", LEDGER_CELL_TEXT, "行内" },
    { "C1", LEDGER_CELL_TEXT, "公式" },         { "D1", LEDGER_CELL_BOOL, "TRUE" },
    { "E1", LEDGER_CELL_ERROR, "#N/A" },        { "F1", LEDGER_CELL_DATE, "2026年3月5日" },
    { "G1", LEDGER_CELL_DATE, "2026年3月5日" }, { "H1", LEDGER_CELL_NUMBER, "12.5" },
    { "I1", LEDGER_CELL_NUMBER, "7.00" },       { "M1", LEDGER_CELL_NUMBER, "12:00" },
    { "N1", LEDGER_CELL_TEXT, "不是数" },
  };
  guint n_cells;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LedgerCell *cell = sheet_package_cell (workbook, cases[i].address);

      g_assert_cmpstr (cell->text, ==, cases[i].text);
      g_assert_cmpint (cell->kind, ==, cases[i].kind);
      if (cell->kind == LEDGER_CELL_DATE)
        g_assert_cmpint (cell->day, ==, ledger_day_new (2026, 3, 5));
      else
        g_assert_cmpint (cell->day, ==, LEDGER_DAY_NONE);
    }
  ledger_sheet_get_cells (ledger_workbook_get_sheet (workbook, 0), &n_cells);
  g_assert_cmpuint (n_cells, ==, G_N_ELEMENTS (cases));
}

/* Some writers leave out where a row or a cell is. */
static void
test_without_addresses (void)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_package_read (
      sheet_package_book ("<sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row>"
                          "<row r='5'><c r='B5'><v>3</v></c><c><v>4</v></c></row>"
                          "<row><c r='?'><v>5</v></c></row></sheetData>",
                          NULL,
                          NULL,
                          NULL));

  assert_cell (workbook, "A1", "1");
  assert_cell (workbook, "C1", "2");
  assert_cell (workbook, "B5", "3");
  assert_cell (workbook, "C5", "4");
  assert_cell (workbook, "A6", "5");
}

/* An extension's element of the same name must not count, and any prefix must. */
static void
test_namespaces (void)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_package_read (sheet_package_book (
      "<z:sheetData xmlns:z='" STRICT_NS "'><z:row r='1'><z:c r='A1'><z:v>46086</z:v>"
      "<e:v xmlns:e='urn:e'>99</e:v></z:c></z:row></z:sheetData>"
      "<e:mergeCell xmlns:e='urn:e' ref='A1:B9'/>",
      NULL,
      "<cellXfs><xf numFmtId='14'/></cellXfs>",
      "<workbookPr/><x15:workbookPr xmlns:x15='urn:x15' date1904='1'/>"));
  guint n_merges;

  g_assert_cmpint (sheet_package_cell (workbook, "A1")->day, ==, ledger_day_new (2026, 3, 5));
  ledger_sheet_get_merges (ledger_workbook_get_sheet (workbook, 0), &n_merges);
  g_assert_cmpuint (n_merges, ==, 0);
}

static void
test_1904 (void)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_package_read (sheet_package_book (
      "<sheetData><row><c><v>44624</v></c></row></sheetData>",
      NULL,
      "<cellXfs><xf numFmtId='14'/></cellXfs>",
      "<workbookPr date1904='true'/><x15:workbookPr xmlns:x15='urn:x15' date1904='0'/>"));

  assert_cell (workbook, "A1", "2026/3/5");
}

static void
test_hidden_and_merged (void)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_package_read (sheet_package_book (
      "<cols><col min='2' max='3' hidden='1'/><col min='5' max='5' width='0'/>"
      "<col min='9' max='99999999' hidden='1'/><col min='x'/></cols>"
      "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='F1'><v>6</v></c></row>"
      "<row r='2' hidden='1'><c r='A2'><v>2</v></c></row><row r='4' ht='0'/>"
      "<row r='6'><c r='F6'><v>6</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref='A2:B6'/><mergeCell ref='C1:C1'/><mergeCell ref='kaputt'/>"
      "<mergeCell/></mergeCells>",
      NULL,
      NULL,
      NULL));
  const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);
  guint n_merges;

  g_assert_cmpuint (ledger_sheet_count_hidden_rows (sheet), ==, 2);
  g_assert_true (ledger_sheet_column_is_hidden (sheet, 1));
  g_assert_true (ledger_sheet_column_is_hidden (sheet, 2));
  g_assert_false (ledger_sheet_column_is_hidden (sheet, 3));
  g_assert_true (ledger_sheet_row_is_hidden (sheet, 1));
  g_assert_true (ledger_sheet_row_is_hidden (sheet, 3));
  g_assert_true (ledger_sheet_column_is_hidden (sheet, 4));
  ledger_sheet_get_merges (sheet, &n_merges);
  g_assert_cmpuint (n_merges, ==, 1);
  g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, 5, 1), ==, "2");
  g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, 0, 1), ==, "");
}

static void
test_missing_text (void)
{
  g_autofree char *sentence = sheet_package_refuse (
      sheet_package_book ("<sheetData><row><c t='s'><v>5</v></c></row></sheetData>",
                          "<si><t>一</t></si>",
                          NULL,
                          NULL),
      LEDGER_ERROR_DAMAGED);

  g_assert_nonnull (sentence);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-sheet/days", test_days);
  g_test_add_func ("/xlsx-sheet/kinds", test_kinds);
  g_test_add_func ("/xlsx-sheet/without-addresses", test_without_addresses);
  g_test_add_func ("/xlsx-sheet/namespaces", test_namespaces);
  g_test_add_func ("/xlsx-sheet/1904", test_1904);
  g_test_add_func ("/xlsx-sheet/hidden-and-merged", test_hidden_and_merged);
  g_test_add_func ("/xlsx-sheet/missing-text", test_missing_text);
  return g_test_run ();
}
