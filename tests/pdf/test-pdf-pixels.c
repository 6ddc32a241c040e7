/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-pixels.h"

static void
count_free (gpointer data)
{
  (*(guint *)data)++;
}

static void
test_keeps_bytes (void)
{
  static const guint8 data[48];
  guint freed = 0;
  GBytes *bytes = g_bytes_new_with_free_func (data, sizeof data, count_free, &freed);
  LedgerPdfPixels *pixels = ledger_pdf_pixels_new (bytes, 3, 4, 12);

  g_bytes_unref (bytes);
  g_assert_cmpuint (ledger_pdf_pixels_get_width (pixels), ==, 3);
  g_assert_cmpuint (ledger_pdf_pixels_get_height (pixels), ==, 4);
  g_assert_cmpuint (ledger_pdf_pixels_get_stride (pixels), ==, 12);
  g_assert_true (g_bytes_get_data (ledger_pdf_pixels_get_bytes (pixels), NULL) == data);
  ledger_pdf_pixels_ref (pixels);
  ledger_pdf_pixels_unref (pixels);
  g_assert_cmpuint (freed, ==, 0);
  ledger_pdf_pixels_unref (pixels);
  g_assert_cmpuint (freed, ==, 1);
}

static void
test_refuses_too_few_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789abcdef", 16);

  g_test_expect_message ("zhenggai", G_LOG_LEVEL_CRITICAL, "*assertion*");
  g_assert_null (ledger_pdf_pixels_new (bytes, 2, 3, 8));
  g_test_assert_expected_messages ();
  g_test_expect_message ("zhenggai", G_LOG_LEVEL_CRITICAL, "*assertion*");
  g_assert_null (ledger_pdf_pixels_new (bytes, 3, 1, 8));
  g_test_assert_expected_messages ();
}

static void
test_boxed (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123", 4);
  g_autoptr (LedgerPdfPixels) pixels = ledger_pdf_pixels_new (bytes, 1, 1, 4);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, LEDGER_TYPE_PDF_PIXELS);
  g_value_set_boxed (&value, pixels);
  g_assert_true (g_value_get_boxed (&value) == pixels);
  g_value_unset (&value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-pixels/keeps-bytes", test_keeps_bytes);
  g_test_add_func ("/pdf-pixels/refuses-too-few-bytes", test_refuses_too_few_bytes);
  g_test_add_func ("/pdf-pixels/boxed", test_boxed);
  return g_test_run ();
}
