/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-render.h"

#include <cairo.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

static gpointer
map_memory (int memory, gsize size)
{
  struct stat info;
  gpointer data;

  if (memory < 0 || size == 0 || fstat (memory, &info) != 0 || (guint64)info.st_size < size)
    return NULL;
  data = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
  return data != MAP_FAILED ? data : NULL;
}

static gboolean
is_request_sane (const LedgerPdfRequest *request, int pages)
{
  return request->page < (guint32)pages && request->width > 0 && request->height > 0
         && (guint64)request->width * request->height <= LEDGER_PDF_MAX_PIXELS
         && request->size == (guint64)request->width * request->height * 4
         && request->rotation % 90 == 0 && request->rotation < 360;
}

/* Puts the page, turned, over the whole picture. */
static void
place_page (cairo_t *cairo, const LedgerPdfRequest *request, double width, double height)
{
  gboolean sideways = request->rotation % 180 != 0;
  double shown_width = sideways ? height : width;
  double shown_height = sideways ? width : height;

  cairo_scale (cairo, request->width / shown_width, request->height / shown_height);
  if (request->rotation == 90)
    cairo_translate (cairo, shown_width, 0);
  else if (request->rotation == 180)
    cairo_translate (cairo, shown_width, shown_height);
  else if (request->rotation == 270)
    cairo_translate (cairo, 0, shown_height);
  cairo_rotate (cairo, request->rotation * G_PI / 180);
}

static LedgerPdfStatus
draw (PopplerPage *page, const LedgerPdfRequest *request, guchar *pixels)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels,
                                                                  CAIRO_FORMAT_ARGB32,
                                                                  (int)request->width,
                                                                  (int)request->height,
                                                                  (int)request->width * 4);
  cairo_t *cairo = cairo_create (surface);
  double width, height;
  cairo_status_t status;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0 && height > 0 && isfinite (width) && isfinite (height)))
    {
      cairo_destroy (cairo);
      cairo_surface_destroy (surface);
      return LEDGER_PDF_BAD_PAGE;
    }
  memset (pixels, 0xff, request->size);
  place_page (cairo, request, width, height);
  poppler_page_render (page, cairo);
  status = cairo_status (cairo);
  cairo_surface_flush (surface);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  /* A fault inside the page leaves what was drawn before it, which is better than nothing. */
  return status == CAIRO_STATUS_NO_MEMORY ? LEDGER_PDF_NO_MEMORY : LEDGER_PDF_OK;
}

LedgerPdfStatus
ledger_pdf_render_page (PopplerDocument *document, const LedgerPdfRequest *request, int memory)
{
  g_autoptr (PopplerPage) page = NULL;
  guchar *pixels;
  LedgerPdfStatus status;

  if (!is_request_sane (request, poppler_document_get_n_pages (document)))
    return LEDGER_PDF_BAD_REQUEST;
  page = poppler_document_get_page (document, (int)request->page);
  if (page == NULL)
    return LEDGER_PDF_BAD_PAGE;
  pixels = map_memory (memory, request->size);
  if (pixels == NULL)
    return LEDGER_PDF_NO_MEMORY;
  status = draw (page, request, pixels);
  munmap (pixels, request->size);
  return status;
}

static LedgerPdfPageSize
size_of_page (PopplerDocument *document, guint32 index)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, (int)index);
  LedgerPdfPageSize size = { 0 };

  if (page != NULL)
    poppler_page_get_size (page, &size.width, &size.height);
  return size;
}

LedgerPdfStatus
ledger_pdf_render_sizes (PopplerDocument *document,
                         const LedgerPdfRequest *request,
                         int memory,
                         guint32 *written)
{
  guint32 pages = (guint32)poppler_document_get_n_pages (document);
  guint64 room = request->size / sizeof (LedgerPdfPageSize);
  LedgerPdfPageSize *sizes;

  if (request->page >= pages || room == 0)
    return LEDGER_PDF_BAD_REQUEST;
  sizes = map_memory (memory, request->size);
  if (sizes == NULL)
    return LEDGER_PDF_NO_MEMORY;
  *written = (guint32)MIN (room, pages - request->page);
  for (guint32 i = 0; i < *written; i++)
    sizes[i] = size_of_page (document, request->page + i);
  munmap (sizes, request->size);
  return LEDGER_PDF_OK;
}
