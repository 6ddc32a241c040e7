/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-reader.h"

#include <string.h>

#include "compound-build.h"
#include "ledger-error.h"
#include "sheet-package.h"

static const char *const samples[] = { "01-反馈问题清单.xlsx",
                                       "02-整改任务分解表.xlsx",
                                       "03-整改清单-周更.csv" };

static char *
sample_path (guint index)
{
  return g_test_build_filename (G_TEST_DIST, "data", "sheets", samples[index], NULL);
}

static LedgerWorkbook *
read_sample (guint index)
{
  g_autofree char *path = sample_path (index);
  g_autoptr (GError) error = NULL;
  LedgerWorkbook *workbook = ledger_sheet_reader_open (path, NULL, NULL, &error);

  g_assert_no_error (error);
  return workbook;
}

static void
check_size (const LedgerSheet *sheet, guint rows, guint columns, guint cells, guint merges)
{
  guint n;

  g_assert_cmpuint (ledger_sheet_get_n_rows (sheet), ==, rows);
  g_assert_cmpuint (ledger_sheet_get_n_columns (sheet), ==, columns);
  ledger_sheet_get_cells (sheet, &n);
  g_assert_cmpuint (n, ==, cells);
  ledger_sheet_get_merges (sheet, &n);
  g_assert_cmpuint (n, ==, merges);
}

static void
test_first (void)
{
  g_autoptr (LedgerWorkbook) workbook = read_sample (0);
  const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);

  check_size (sheet, 19, 3, 44, 7);
  g_assert_cmpstr (ledger_sheet_get_name (sheet), ==, "问题清单");
  assert_cell (workbook, "A1", "市委巡察组反馈问题清单");
  assert_cell (workbook, "C3", "学懂弄通做实党的创新理论有落差");
  assert_cell (workbook, "A19", "17");
  assert_cell (workbook, "B4", "");
  g_assert_cmpint (sheet_package_cell (workbook, "A19")->kind, ==, LEDGER_CELL_NUMBER);
  g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, 6, 1), ==, "坚持党的领导不到位");
  g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, 18, 1), ==, "落实整改“标杆”要求有差距");
}

static void
test_second (void)
{
  const struct
  {
    const char *address;
    const char *text;
    int year, month, dom;
  } dates[] = {
    { "J6", "2026-12-20", 2026, 12, 20 },  { "J8", "2026-09-11", 2026, 9, 11 },
    { "J10", "2026-12-24", 2026, 12, 24 }, { "J19", "2026-12-19", 2026, 12, 19 },
    { "J23", "2026-11-16", 2026, 11, 16 },
  };
  g_autoptr (LedgerWorkbook) workbook = read_sample (1);
  const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);

  check_size (sheet, 53, 11, 185, 66);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const LedgerCell *cell = sheet_package_cell (workbook, dates[i].address);

      g_assert_cmpint (cell->kind, ==, LEDGER_CELL_DATE);
      g_assert_cmpint (cell->day, ==, ledger_day_new (dates[i].year, dates[i].month, dates[i].dom));
      g_assert_cmpstr (cell->text, ==, dates[i].text);
    }
  assert_cell (workbook, "J4", "11月4日前");
  assert_cell (workbook, "J5", "长期坚持");
  assert_cell (workbook, "J15", "2026年10月底");
  g_assert_cmpint (sheet_package_cell (workbook, "J7")->kind, ==, LEDGER_CELL_TEXT);
  g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, 7, 3), ==, "抓好民主集中制的贯彻落实");
  g_assert_cmpstr (ledger_sheet_get_shown_text (sheet, 18, 6), ==, "党组成员、副局长（业务）");
}

static void
test_third (void)
{
  g_autoptr (LedgerWorkbook) workbook = read_sample (2);

  check_size (ledger_workbook_get_sheet (workbook, 0), 13, 12, 156, 0);
  g_assert_cmpstr (ledger_workbook_get_encoding (workbook), ==, "GB18030");
  g_assert_false (ledger_workbook_is_doubtful (workbook));
  assert_cell (workbook, "B1", "巡视反馈重点方面");
  assert_cell (workbook, "H2", "按计划推进，\n下周继续");
  assert_cell (workbook, "L2", "2026/10/24");
}

#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define WIDE_ENCRYPTED "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
#define WIDE_WORD "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"

static void
test_refused (void)
{
  const struct
  {
    const char *suffix;
    const char *bytes;
    gsize size;
    int code;
    const char *words;
  } cases[] = {
#define CASE(suffix, bytes, code, words) { suffix, bytes, sizeof bytes - 1, code, words }
    CASE (".xls", OLE "W\0o\0r\0k\0b\0o\0o\0k\0", LEDGER_ERROR_UNSUPPORTED, "old kind"),
    CASE (".et", OLE "W\0o\0r\0k\0b\0o\0o\0k\0", LEDGER_ERROR_UNSUPPORTED, "old kind"),
    CASE (".xlsx", OLE "xxxx" WIDE_ENCRYPTED, LEDGER_ERROR_PASSWORD, "password"),
    CASE (".doc", OLE WIDE_WORD, LEDGER_ERROR_UNSUPPORTED, "not a workbook"),
    CASE (".xls", "\x09\x08\x10\x00\x00\x06\x05\x00", LEDGER_ERROR_UNSUPPORTED, "old kind"),
    CASE (".xls",
          "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
          LEDGER_ERROR_UNSUPPORTED,
          "old kind"),
    CASE (".xlsx", "this is no zip file", LEDGER_ERROR_DAMAGED, "damaged"),
    CASE (".xlsx", "PK\3\4", LEDGER_ERROR_DAMAGED, "damaged"),
    CASE (".xlsx", "\0\0\0\0", LEDGER_ERROR_DAMAGED, "damaged"),
    CASE (".xls", "\1\2\3\4", LEDGER_ERROR_DAMAGED, "damaged"),
    CASE (".csv", "\1\2\3\4", LEDGER_ERROR_UNSUPPORTED, "characters"),
    CASE (".png", "\x89PNG\r\n\x1A\n\0\0\0\r", LEDGER_ERROR_UNSUPPORTED, "not a workbook"),
    CASE (".pdf", "%PDF-1.7 text", LEDGER_ERROR_UNSUPPORTED, "not a workbook"),
    CASE (".csv", "", LEDGER_ERROR_DAMAGED, "empty"),
#undef CASE
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = sheet_package_refuse (
          sheet_package_file (cases[i].suffix, cases[i].bytes, cases[i].size), cases[i].code);

      g_assert_nonnull (strstr (sentence, cases[i].words));
      g_assert_nonnull (strstr (sentence, cases[i].suffix));
    }
}

/* Records of a workbook of before 2007: its beginning, what protects it from changes, the password
 * that opening asks for, its end. */
#define BOF "\x09\x08\x10\x00\x00\x06\x05\x00\xbb\x0d\xcc\x07\x00\x00\x00\x00\x06\x00\x00\x00"
#define WRITEPROT "\x86\x00\x00\x00"
#define FILEPASS "\x2f\x00\x06\x00\x01\x00\x01\x00\x01\x00"
#define CODEPAGE "\x42\x00\x02\x00\xb0\x04"
#define EOF_RECORD "\x0a\x00\x00\x00"

/* A password is told from the age of a workbook, whatever it is called, and however its streams
 * lie. */
static void
test_locked (void)
{
  const struct
  {
    const char *suffix;
    const char *stream;
    const char *bytes;
    gsize size;
    gsize padding;
    int code;
  } cases[] = {
#define CASE(suffix, stream, bytes, padding, code)                                                 \
  { suffix, stream, bytes, sizeof bytes - 1, padding, code }
    CASE (".xlsx", "EncryptedPackage", "12345678", 0, LEDGER_ERROR_PASSWORD),
    CASE (".xlsx", "EncryptedPackage", "12345678", 9000, LEDGER_ERROR_PASSWORD),
    CASE (".et", "EncryptedPackage", "12345678", 0, LEDGER_ERROR_PASSWORD),
    CASE (".xls", "Workbook", BOF FILEPASS CODEPAGE, 0, LEDGER_ERROR_PASSWORD),
    CASE (".xls", "Workbook", BOF FILEPASS CODEPAGE, 9000, LEDGER_ERROR_PASSWORD),
    CASE (".xls", "Workbook", BOF WRITEPROT FILEPASS, 9000, LEDGER_ERROR_PASSWORD),
    CASE (".xls", "Book", BOF FILEPASS, 9000, LEDGER_ERROR_PASSWORD),
    CASE (".et", "Workbook", BOF FILEPASS, 9000, LEDGER_ERROR_PASSWORD),
    CASE (".xls", "Workbook", BOF CODEPAGE EOF_RECORD, 9000, LEDGER_ERROR_UNSUPPORTED),
    CASE (".xls", "Workbook", BOF CODEPAGE EOF_RECORD, 0, LEDGER_ERROR_UNSUPPORTED),
    CASE (".et", "Workbook", BOF CODEPAGE EOF_RECORD, 9000, LEDGER_ERROR_UNSUPPORTED),
    /* what stands behind the end is no record, and a mere mention of the stream is no password */
    CASE (".xls", "Workbook", BOF EOF_RECORD FILEPASS, 9000, LEDGER_ERROR_UNSUPPORTED),
    CASE (
        ".xls", "Workbook", BOF CODEPAGE EOF_RECORD WIDE_ENCRYPTED, 9000, LEDGER_ERROR_UNSUPPORTED),
    CASE (".doc", "WordDocument", "text", 0, LEDGER_ERROR_UNSUPPORTED),
#undef CASE
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) stream = g_byte_array_new ();
      g_autoptr (GByteArray) file = NULL;
      g_autofree char *sentence = NULL;
      CompoundStream streams[] = { { "SummaryInformation", (const guint8 *)"summary", 7 },
                                   { cases[i].stream, NULL, 0 } };

      g_byte_array_append (stream, (const guint8 *)cases[i].bytes, (guint)cases[i].size);
      g_byte_array_set_size (stream, (guint)(cases[i].size + cases[i].padding));
      streams[1].bytes = stream->data;
      streams[1].size = stream->len;
      file = compound_build_new (streams, G_N_ELEMENTS (streams), i % 2 == 0 ? 9 : 12);
      g_test_message ("%u: %s %s", i, cases[i].suffix, cases[i].stream);
      sentence = sheet_package_refuse (sheet_package_file (cases[i].suffix, file->data, file->len),
                                       cases[i].code);
      g_assert_nonnull (strstr (sentence, cases[i].suffix));
    }
}

/* The same for workbooks that are nothing but records (before 1995). */
static void
test_locked_bare (void)
{
  const char locked[] = "\x09\x00\x04\x00\x02\x00\x10\x00" FILEPASS;
  const char open[] = "\x09\x00\x04\x00\x02\x00\x10\x00" CODEPAGE EOF_RECORD;
  g_autofree char *first = sheet_package_refuse (
      sheet_package_file (".xls", locked, sizeof locked - 1), LEDGER_ERROR_PASSWORD);
  g_autofree char *second = sheet_package_refuse (
      sheet_package_file (".xls", open, sizeof open - 1), LEDGER_ERROR_UNSUPPORTED);

  g_assert_nonnull (strstr (first, "password"));
  g_assert_nonnull (strstr (second, "old kind"));
}

/* A ledger is refused by its name: not even opened, so it need not exist. */
static void
test_ledgers (void)
{
  const char *names[] = {
    "/no/such/台账.zgl", "/no/such/台账.ZGL", "/no/such/包.zgx", "/no/such/台账.zgl-wal"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ledger_sheet_reader_open (names[i], NULL, NULL, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED);
    }
}

/* Contents decide, not names. */
static void
test_contents (void)
{
  const char *page = "<html><body><table><tr><td>网页</td><td>表</td></tr></table>";
  const char *text = "文本\t表\n1\t2\n";
  g_autofree char *sample = sample_path (0);
  g_autofree char *bytes = NULL;
  gsize size;
  g_autoptr (LedgerWorkbook) from_page =
      sheet_package_read (sheet_package_file (".xls", page, strlen (page)));
  g_autoptr (LedgerWorkbook) from_text =
      sheet_package_read (sheet_package_file (".xls", text, strlen (text)));
  g_autoptr (LedgerWorkbook) from_zip = NULL;

  g_assert_true (g_file_get_contents (sample, &bytes, &size, NULL));
  from_zip = sheet_package_read (sheet_package_file (".csv", bytes, size));
  assert_cell (from_page, "B1", "表");
  assert_cell (from_text, "B2", "2");
  assert_cell (from_zip, "A2", "序号");
}

static void
test_chosen_encoding (void)
{
  gsize size;
  g_autofree char *bytes = g_convert ("問題,時限\n甲,乙\n", -1, "BIG5", "UTF-8", NULL, &size, NULL);
  char *path = sheet_package_file (".csv", bytes, size);
  g_autoptr (LedgerWorkbook) workbook =
      ledger_sheet_reader_open_encoded (path, "BIG5", NULL, NULL, NULL);

  assert_cell (workbook, "A1", "問題");
  sheet_package_remove (path);
}

/* Every cut and thousands of flipped bytes: a workbook or a sentence, never anything else. */
static void
try_bytes (const char *suffix, const char *bytes, gsize size)
{
  char *path = sheet_package_file (suffix, bytes, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerWorkbook) workbook = ledger_sheet_reader_open (path, NULL, NULL, &error);

  g_assert_true ((workbook == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == LEDGER_ERROR && g_utf8_validate (error->message, -1, NULL));
  else
    for (guint i = 0; i < ledger_workbook_get_n_sheets (workbook); i++)
      {
        guint n;
        const LedgerCell *cells =
            ledger_sheet_get_cells (ledger_workbook_get_sheet (workbook, i), &n);

        for (guint j = 0; j < n; j++)
          g_assert_true (*cells[j].text != '\0' && g_utf8_validate (cells[j].text, -1, NULL));
      }
  sheet_package_remove (path);
}

static void
test_mutated (void)
{
  for (guint sample = 0; sample < G_N_ELEMENTS (samples); sample++)
    {
      g_autofree char *path = sample_path (sample);
      const char *suffix = strrchr (path, '.');
      g_autofree char *bytes = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      for (guint round = 0; round < 200; round++)
        {
          g_autofree char *copy = g_memdup2 (bytes, size);
          gsize length = round % 4 == 0 ? (gsize)g_test_rand_int_range (0, (gint32)size) : size;

          for (gint n = g_test_rand_int_range (0, 6); n > 0; n--)
            copy[g_test_rand_int_range (0, (gint32)size)] = (char)g_test_rand_int_range (0, 256);
          try_bytes (suffix, copy, length);
        }
    }
}

/* The same within the parts, where no checksum stands before the reader. */
static void
test_mutated_parts (void)
{
  const char *sheet =
      "<cols><col min='1' max='2' hidden='1'/></cols><sheetData><row r='1' hidden='1'>"
      "<c r='A1' s='1'><v>46086</v></c><c r='B1' t='s'><v>0</v></c><c "
      "t='inlineStr'><is><t>文_x000D_"
      "</t></is></c></row></sheetData><mergeCells><mergeCell ref='A1:B2'/></mergeCells>";

  for (guint round = 0; round < 600; round++)
    {
      g_autofree char *copy = g_strdup (sheet);
      g_autoptr (GError) error = NULL;
      g_autoptr (LedgerWorkbook) workbook = NULL;
      char *path;

      for (gint n = g_test_rand_int_range (1, 4); n > 0; n--)
        copy[g_test_rand_int_range (0, (gint32)strlen (sheet))] =
            (char)g_test_rand_int_range (32, 127);
      path = sheet_package_book (copy,
                                 "<si><t>共享</t></si>",
                                 "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>",
                                 NULL);
      workbook = ledger_sheet_reader_open (path, NULL, NULL, &error);
      g_assert_true ((workbook == NULL) == (error != NULL));
      sheet_package_remove (path);
    }
}

static void
test_progress (void)
{
  g_autofree char *path = sample_path (1);
  g_autoptr (LedgerProgress) progress = ledger_progress_new ();
  g_autoptr (LedgerWorkbook) workbook = ledger_sheet_reader_open (path, progress, NULL, NULL);

  g_assert_nonnull (workbook);
  g_assert_cmpfloat (ledger_progress_get_fraction (progress), >, 0.99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-reader/first-sample", test_first);
  g_test_add_func ("/sheet-reader/second-sample", test_second);
  g_test_add_func ("/sheet-reader/third-sample", test_third);
  g_test_add_func ("/sheet-reader/refused", test_refused);
  g_test_add_func ("/sheet-reader/locked", test_locked);
  g_test_add_func ("/sheet-reader/locked-bare", test_locked_bare);
  g_test_add_func ("/sheet-reader/ledgers", test_ledgers);
  g_test_add_func ("/sheet-reader/contents", test_contents);
  g_test_add_func ("/sheet-reader/chosen-encoding", test_chosen_encoding);
  g_test_add_func ("/sheet-reader/mutated", test_mutated);
  g_test_add_func ("/sheet-reader/mutated-parts", test_mutated_parts);
  g_test_add_func ("/sheet-reader/progress", test_progress);
  return g_test_run ();
}
