/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-package.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

static char *
new_path (const char *suffix)
{
  g_autofree char *template = g_strdup_printf ("sheet-XXXXXX%s", suffix);
  g_autoptr (GError) error = NULL;
  char *path;
  int fd = g_file_open_tmp (template, &path, &error);

  g_assert_no_error (error);
  close (fd);
  return path;
}

char *
sheet_package_new (const char *name, ...)
{
  char *path = new_path (".xlsx");
  int code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);
  va_list arguments;

  g_assert_nonnull (zip);
  va_start (arguments, name);
  while (name != NULL)
    {
      const char *content = va_arg (arguments, const char *);
      zip_source_t *source;

      if (content == NULL)
        break;
      /* libzip frees what it was given, unless that has no bytes. */
      source = *content != '\0' ? zip_source_buffer (zip, g_strdup (content), strlen (content), 1)
                                : zip_source_buffer (zip, NULL, 0, 0);
      g_assert_cmpint (zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
      name = va_arg (arguments, const char *);
    }
  va_end (arguments);
  g_assert_cmpint (zip_close (zip), ==, 0);
  return path;
}

char *
sheet_package_book (const char *sheet,
                    const char *strings,
                    const char *styles,
                    const char *properties)
{
  g_autofree char *book =
      g_strdup_printf (XML_HEAD "<workbook xmlns='" MAIN_NS "' xmlns:r='" DOC_RELS_NS "'>%s<sheets>"
                                "<sheet name='表' sheetId='1' r:id='rId1'/></sheets></workbook>",
                       properties != NULL ? properties : "");
  g_autofree char *sheet_part =
      g_strdup_printf (XML_HEAD "<worksheet xmlns='" MAIN_NS "'>%s</worksheet>", sheet);
  g_autofree char *strings_part = g_strdup_printf (XML_HEAD "<sst xmlns='" MAIN_NS "'>%s</sst>",
                                                   strings != NULL ? strings : "");
  g_autofree char *styles_part = g_strdup_printf (
      XML_HEAD "<styleSheet xmlns='" MAIN_NS "'>%s</styleSheet>", styles != NULL ? styles : "");

  return sheet_package_new (
      "_rels/.rels",
      XML_HEAD "<Relationships xmlns='" PKG_RELS_NS "'><Relationship Id='r' Type='" DOC_RELS_NS
               "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
      "xl/_rels/workbook.xml.rels",
      XML_HEAD
      "<Relationships xmlns='" PKG_RELS_NS "'>"
      "<Relationship Id='rId1' Type='" DOC_RELS_NS "/worksheet' Target='worksheets/sheet1.xml'/>"
      "<Relationship Id='rId2' Type='" DOC_RELS_NS "/sharedStrings' Target='sharedStrings.xml'/>"
      "<Relationship Id='rId3' Type='" DOC_RELS_NS "/styles' Target='styles.xml'/>"
      "</Relationships>",
      "xl/workbook.xml",
      book,
      "xl/worksheets/sheet1.xml",
      sheet_part,
      "xl/sharedStrings.xml",
      strings_part,
      "xl/styles.xml",
      styles_part,
      NULL);
}

char *
sheet_package_file (const char *suffix, gconstpointer bytes, gsize length)
{
  char *path = new_path (suffix);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

void
sheet_package_remove (char *path)
{
  g_unlink (path);
  g_free (path);
}

LedgerWorkbook *
sheet_package_read (char *path)
{
  g_autoptr (GError) error = NULL;
  LedgerWorkbook *workbook = ledger_sheet_reader_open (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (workbook);
  sheet_package_remove (path);
  return workbook;
}

char *
sheet_package_refuse (char *path, int code)
{
  g_autoptr (GError) error = NULL;
  LedgerWorkbook *workbook = ledger_sheet_reader_open (path, NULL, NULL, &error);

  g_assert_null (workbook);
  g_assert_nonnull (error);
  g_assert_cmpint (error->code, ==, code);
  sheet_package_remove (path);
  return g_strdup (error->message);
}

const LedgerCell *
sheet_package_cell (LedgerWorkbook *workbook, const char *address)
{
  guint row;
  guint column;

  g_assert_true (ledger_cell_address_parse (address, -1, &row, &column));
  return ledger_sheet_get_cell (ledger_workbook_get_sheet (workbook, 0), row, column);
}

const char *
sheet_package_text (LedgerWorkbook *workbook, const char *address)
{
  const LedgerCell *cell = sheet_package_cell (workbook, address);

  return cell != NULL ? cell->text : "";
}
