/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benchmark-sheet.h"

#include <string.h>
#include <zip.h>

#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define DOC_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PKG_NS "http://schemas.openxmlformats.org/package/2006/relationships"
#define TYPES_NS "http://schemas.openxmlformats.org/package/2006/content-types"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

static const char *const heads[BENCHMARK_SHEET_COLUMNS] = {
  "序号",     "方面",     "大类",     "具体问题", "整改目标", "整改措施",
  "责任领导", "责任部门", "配合部门", "整改时限", "整改类别", "备注",
};

static void
add_part (zip_t *zip, const char *name, const char *content)
{
  zip_source_t *source = zip_source_buffer (zip, g_strdup (content), strlen (content), 1);

  zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);
}

/* What belongs to the issue stands in its first row; text, deadline and person of a measure in
 * each. */
static char *
dup_text (guint row, guint column)
{
  const gboolean first = row % BENCHMARK_SHEET_ROWS_OF_ISSUE == 1;

  if (!first && column != 5 && column != 9 && column < 10)
    return NULL;
  switch (column)
    {
    case 0:
      return g_strdup_printf ("%u", row);
    case 1:
      return g_strdup_printf ("方面%u", row / 2000 + 1);
    case 2:
      return g_strdup_printf ("大类%u", row / 200 + 1);
    case 6:
      return g_strdup_printf ("领导%u", row % 8 + 1);
    case 7:
    case 8:
      return g_strdup_printf ("部门%u", (row + column) % 40 + 1);
    case 9:
      return g_strdup_printf ("2026年%u月%u日", row % 12 + 1, row % 28 + 1);
    case 10:
      return g_strdup ("限期整改");
    default:
      return g_strdup_printf ("第%u项的%s，文字和平常一样长", row, heads[column]);
    }
}

static void
add_row (GString *sheet, GString *strings, guint row, guint *n_strings)
{
  g_string_append_printf (sheet, "<row r=\"%u\">", row + 1);
  for (guint column = 0; column < BENCHMARK_SHEET_COLUMNS; column++)
    {
      g_autofree char *text = row == 0 ? g_strdup (heads[column]) : dup_text (row, column);

      if (text == NULL)
        continue;
      g_string_append_printf (strings, "<si><t>%s</t></si>", text);
      g_string_append_printf (sheet,
                              "<c r=\"%c%u\" t=\"s\"><v>%u</v></c>",
                              (char)('A' + column),
                              row + 1,
                              (*n_strings)++);
    }
  g_string_append (sheet, "</row>");
}

static void
add_frame (zip_t *zip)
{
  add_part (zip,
            "[Content_Types].xml",
            "<Types xmlns=\"" TYPES_NS "\"><Default Extension=\"rels\" ContentType=\"application/"
            "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
            "ContentType=\"" SHEET_TYPE "sheet.main+xml\"/><Override PartName=\"/xl/s.xml\" "
            "ContentType=\"" SHEET_TYPE "worksheet+xml\"/><Override "
            "PartName=\"/xl/sharedStrings.xml\" ContentType=\"" SHEET_TYPE "sharedStrings+xml\"/>"
            "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SHEET_TYPE "styles+xml\"/>"
            "</Types>");
  add_part (zip,
            "_rels/.rels",
            "<Relationships xmlns=\"" PKG_NS "\"><Relationship Id=\"r\" Type=\"" DOC_NS
            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  add_part (zip,
            "xl/workbook.xml",
            "<workbook xmlns=\"" MAIN_NS "\" xmlns:r=\"" DOC_NS
            "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
  add_part (zip,
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"" PKG_NS "\"><Relationship Id=\"a\" Type=\"" DOC_NS
            "/worksheet\" Target=\"s.xml\"/><Relationship Id=\"b\" Type=\"" DOC_NS
            "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"c\" Type=\"" DOC_NS
            "/styles\" Target=\"styles.xml\"/></Relationships>");
  add_part (zip,
            "xl/styles.xml",
            "<styleSheet xmlns=\"" MAIN_NS "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf "
            "numFmtId=\"14\"/></cellXfs></styleSheet>");
}

gboolean
benchmark_sheet_pack (const char *path, const char *rows, const char *strings)
{
  g_autofree char *sheet = g_strconcat (
      "<worksheet xmlns=\"" MAIN_NS "\"><sheetData>", rows, "</sheetData></worksheet>", NULL);
  g_autofree char *table = g_strconcat ("<sst xmlns=\"" MAIN_NS "\">", strings, "</sst>", NULL);
  int code;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);

  if (zip == NULL)
    return FALSE;
  add_frame (zip);
  add_part (zip, "xl/sharedStrings.xml", table);
  add_part (zip, "xl/s.xml", sheet);
  return zip_close (zip) == 0;
}

gboolean
benchmark_sheet_write (const char *path, guint n_rows)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) strings = g_string_new (NULL);
  guint n_strings = 0;

  for (guint row = 0; row <= n_rows; row++)
    add_row (rows, strings, row, &n_strings);
  return benchmark_sheet_pack (path, rows->str, strings->str);
}
