/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-pixels.h"

struct _LedgerPdfPixels
{
  gatomicrefcount references;
  GBytes *bytes;
  guint width;
  guint height;
  gsize stride;
};

G_DEFINE_BOXED_TYPE (LedgerPdfPixels,
                     ledger_pdf_pixels,
                     ledger_pdf_pixels_ref,
                     ledger_pdf_pixels_unref)

LedgerPdfPixels *
ledger_pdf_pixels_new (GBytes *bytes, guint width, guint height, gsize stride)
{
  LedgerPdfPixels *pixels;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0 && stride / 4 >= width, NULL);
  g_return_val_if_fail (g_bytes_get_size (bytes) / stride >= height, NULL);

  pixels = g_new0 (LedgerPdfPixels, 1);
  g_atomic_ref_count_init (&pixels->references);
  pixels->bytes = g_bytes_ref (bytes);
  pixels->width = width;
  pixels->height = height;
  pixels->stride = stride;
  return pixels;
}

LedgerPdfPixels *
ledger_pdf_pixels_ref (LedgerPdfPixels *pixels)
{
  g_return_val_if_fail (pixels != NULL, NULL);
  g_atomic_ref_count_inc (&pixels->references);
  return pixels;
}

void
ledger_pdf_pixels_unref (LedgerPdfPixels *pixels)
{
  g_return_if_fail (pixels != NULL);
  if (!g_atomic_ref_count_dec (&pixels->references))
    return;
  g_bytes_unref (pixels->bytes);
  g_free (pixels);
}

GBytes *
ledger_pdf_pixels_get_bytes (LedgerPdfPixels *pixels)
{
  g_return_val_if_fail (pixels != NULL, NULL);
  return pixels->bytes;
}

guint
ledger_pdf_pixels_get_width (LedgerPdfPixels *pixels)
{
  g_return_val_if_fail (pixels != NULL, 0);
  return pixels->width;
}

guint
ledger_pdf_pixels_get_height (LedgerPdfPixels *pixels)
{
  g_return_val_if_fail (pixels != NULL, 0);
  return pixels->height;
}

gsize
ledger_pdf_pixels_get_stride (LedgerPdfPixels *pixels)
{
  g_return_val_if_fail (pixels != NULL, 0);
  return pixels->stride;
}
