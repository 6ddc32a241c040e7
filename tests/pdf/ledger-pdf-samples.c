/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-samples.h"

#include "ledger-private-file.h"
#include <fcntl.h>
#include <string.h>

int
ledger_pdf_samples_open (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "pdf", name, NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  return fd;
}

int
ledger_pdf_samples_from_bytes (gconstpointer data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPrivateFile) file = ledger_private_file_new (&error);
  int fd;

  g_assert_no_error (error);
  ledger_private_file_write (file, data, length, &error);
  g_assert_no_error (error);
  fd = ledger_private_file_open_reading (file, &error);
  g_assert_no_error (error);
  return fd;
}

GString *
ledger_pdf_samples_assemble (GPtrArray *objects)
{
  GString *file = g_string_new ("%PDF-1.4\n");
  g_autoptr (GString) table = g_string_new ("0000000000 65535 f \n");
  gsize start;

  for (guint i = 0; i < objects->len; i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", file->len);
      g_string_append_printf (
          file, "%u 0 obj\n%s\nendobj\n", i + 1, (const char *)objects->pdata[i]);
    }
  start = file->len;
  g_string_append_printf (file, "xref\n0 %u\n%s", objects->len + 1, table->str);
  g_string_append_printf (file,
                          "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          objects->len + 1,
                          start);
  return file;
}

static int
open_objects (GPtrArray *objects)
{
  g_autoptr (GString) file = ledger_pdf_samples_assemble (objects);

  return ledger_pdf_samples_from_bytes (file->str, file->len);
}

static void add (GPtrArray *objects, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *objects, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (objects, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
add_stream (GPtrArray *objects, const char *entries, const char *content)
{
  add (objects,
       "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream",
       entries,
       strlen (content),
       content);
}

/* Catalogue and page tree of COUNT pages that are the objects from FIRST on. */
static GPtrArray *
begin_pages (guint first, guint count)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) kids = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append_printf (kids, "%u 0 R ", first + i);
  add (objects, "<< /Type /Catalog /Pages 2 0 R >>");
  add (objects, "<< /Type /Pages /Kids [ %s] /Count %u >>", kids->str, count);
  return objects;
}

int
ledger_pdf_samples_squares (guint count)
{
  g_autoptr (GPtrArray) objects = begin_pages (4, count);

  add_stream (objects, "", "0 g 0 0 20 20 re f");
  for (guint i = 0; i < count; i++)
    add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 3 0 R >>");
  return open_objects (objects);
}

int
ledger_pdf_samples_chinese (void)
{
  g_autoptr (GPtrArray) objects = begin_pages (3, 1);

  add (objects,
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
       "/Resources << /Font << /F 5 0 R >> >> >>");
  /* 佐证材料 */
  add_stream (objects, "", "BT /F 48 Tf 100 700 Td <4F508BC167506599> Tj ET");
  add (objects,
       "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
       "/DescendantFonts [6 0 R] >>");
  add (objects,
       "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
       "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
       "/FontDescriptor 7 0 R >>");
  add (objects,
       "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] "
       "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>");
  return open_objects (objects);
}

int
ledger_pdf_samples_endless_form (void)
{
  const guint levels = 40;
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);

  add (objects, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>");
  add (objects, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>");
  add (objects, "<< /Kids [5 0 R 5 0 R] >>");
  for (guint i = 5; i < 4 + levels; i++)
    add (objects, "<< /Kids [%u 0 R %u 0 R] /Parent %u 0 R >>", i + 1, i + 1, i - 1);
  add (objects,
       "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 1 1] /Parent %u 0 R >>",
       3 + levels);
  return open_objects (objects);
}

int
ledger_pdf_samples_endless_page (void)
{
  const guint levels = 40, first = 7;
  g_autoptr (GPtrArray) objects = begin_pages (3, 3);

  add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 6 0 R >>");
  add (objects,
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents %u 0 R "
       "/Resources << /XObject << /X %u 0 R >> >> >>",
       first,
       first + 1);
  add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 6 0 R >>");
  add_stream (objects, "", "0 g 0 0 20 20 re f");
  add_stream (objects, "", "/X Do /X Do");
  for (guint i = first + 1; i < first + levels; i++)
    {
      g_autofree char *entries =
          g_strdup_printf ("/Type /XObject /Subtype /Form /BBox [0 0 200 100] "
                           "/Resources << /XObject << /X %u 0 R >> >>",
                           i + 1);

      add_stream (objects, entries, "/X Do /X Do");
    }
  add_stream (objects, "/Type /XObject /Subtype /Form /BBox [0 0 200 100]", "0 0 1 1 re f");
  return open_objects (objects);
}

int
ledger_pdf_samples_odd_sizes (void)
{
  g_autoptr (GPtrArray) objects = begin_pages (3, 2);

  add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000000000 1] >>");
  add (objects, "<< /Type /Page /Parent 2 0 R >>");
  return open_objects (objects);
}

guint64
ledger_pdf_samples_count_ink (LedgerPdfPixels *pixels)
{
  gsize length;
  const guint32 *words = g_bytes_get_data (ledger_pdf_pixels_get_bytes (pixels), &length);
  guint64 ink = 0;

  for (gsize i = 0; i < length / 4; i++)
    ink += words[i] != 0xffffffffu;
  return ink;
}
