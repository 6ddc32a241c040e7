/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-document.h"

#include "ledger-error.h"
#include "ledger-pdf-reader.h"
#include "ledger-pdf-worker.h"
#include "ledger-task-queue.h"
#include <glib/gi18n-lib.h>
#include <math.h>

struct _LedgerPdfDocument
{
  GObject parent_instance;

  LedgerTaskQueue *queue;  /* a thread of its own: the worker lives no longer than the thread */
  LedgerPdfReader *reader; /* touched in the queue's thread only, and at the end */
  GArray *sizes;           /* LedgerPdfPageSize; NULL until opened */
  guint wall;
};

G_DEFINE_FINAL_TYPE (LedgerPdfDocument, ledger_pdf_document, G_TYPE_OBJECT)

/* What one request needs, copied on the main thread. */
typedef struct
{
  guint wall;
  guint page;
  guint width;
  guint height;
  guint rotation;
} Request;

/* Here no request is under way, for each holds a reference, which the queue brings back to the main
 * context; so closing the queue waits for nothing. */
static void
ledger_pdf_document_finalize (GObject *object)
{
  LedgerPdfDocument *self = LEDGER_PDF_DOCUMENT (object);

  ledger_task_queue_close (self->queue);
  g_object_unref (self->queue);
  ledger_pdf_reader_free (self->reader);
  g_clear_pointer (&self->sizes, g_array_unref);
  G_OBJECT_CLASS (ledger_pdf_document_parent_class)->finalize (object);
}

static void
ledger_pdf_document_class_init (LedgerPdfDocumentClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ledger_pdf_document_finalize;
}

static void
ledger_pdf_document_init (LedgerPdfDocument *self)
{
  self->queue = ledger_task_queue_new ("ledger-pdf");
  self->wall = LEDGER_PDF_WALL_LIMIT;
}

LedgerPdfDocument *
ledger_pdf_document_new (int fd)
{
  LedgerPdfDocument *self = g_object_new (LEDGER_TYPE_PDF_DOCUMENT, NULL);

  self->reader = ledger_pdf_reader_new (fd);
  return self;
}

static GTask *
new_task (LedgerPdfDocument *self,
          const Request *request,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Request *copy = g_memdup2 (request, sizeof *request);

  copy->wall = self->wall;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, copy, g_free);
  return task;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LedgerPdfDocument *self = source;
  const Request *request = data;
  GError *error = NULL;
  GArray *sizes = ledger_pdf_reader_open (self->reader, NULL, request->wall, cancellable, &error);

  if (sizes != NULL)
    g_task_return_pointer (task, sizes, (GDestroyNotify)g_array_unref);
  else
    g_task_return_error (task, error);
}

void
ledger_pdf_document_open_async (LedgerPdfDocument *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LEDGER_IS_PDF_DOCUMENT (self));
  task = new_task (
      self, &(Request){ 0 }, ledger_pdf_document_open_async, cancellable, callback, user_data);
  ledger_task_queue_push (self->queue, task, open_in_thread);
}

gboolean
ledger_pdf_document_open_finish (LedgerPdfDocument *self, GAsyncResult *result, GError **error)
{
  GArray *sizes;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  sizes = g_task_propagate_pointer (G_TASK (result), error);
  if (sizes == NULL)
    return FALSE;
  g_clear_pointer (&self->sizes, g_array_unref);
  self->sizes = sizes;
  return TRUE;
}

guint
ledger_pdf_document_get_n_pages (LedgerPdfDocument *self)
{
  g_return_val_if_fail (LEDGER_IS_PDF_DOCUMENT (self), 0);
  return self->sizes != NULL ? self->sizes->len : 0;
}

gboolean
ledger_pdf_document_get_page_size (LedgerPdfDocument *self,
                                   guint page,
                                   double *width,
                                   double *height)
{
  const LedgerPdfPageSize *size;

  if (page >= ledger_pdf_document_get_n_pages (self))
    return FALSE;
  size = &g_array_index (self->sizes, LedgerPdfPageSize, page);
  if (width != NULL)
    *width = size->width;
  if (height != NULL)
    *height = size->height;
  return TRUE;
}

/* Pixels of a page of SIZE, turned, at the width asked for or at what the limits leave of it. */
static void
choose_pixels (const LedgerPdfPageSize *size, Request *request)
{
  gboolean sideways = request->rotation % 180 != 0;
  double ratio = sideways ? size->width / size->height : size->height / size->width;
  double width = CLAMP (request->width, 1, LEDGER_PDF_MAX_WIDTH);

  if (width * width * ratio > LEDGER_PDF_MAX_PIXELS)
    width = floor (sqrt (LEDGER_PDF_MAX_PIXELS / ratio));
  request->width = (guint)MAX (width, 1);
  request->height = (guint)CLAMP (
      floor (width * ratio + 0.5), 1, (double)(LEDGER_PDF_MAX_PIXELS / request->width));
}

static void
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LedgerPdfDocument *self = source;
  const Request *request = data;
  GError *error = NULL;
  LedgerPdfPixels *pixels = ledger_pdf_reader_render (self->reader,
                                                      request->page,
                                                      request->width,
                                                      request->height,
                                                      request->rotation,
                                                      request->wall,
                                                      cancellable,
                                                      &error);

  if (pixels != NULL)
    g_task_return_pointer (task, pixels, (GDestroyNotify)ledger_pdf_pixels_unref);
  else
    g_task_return_error (task, error);
}

void
ledger_pdf_document_render_async (LedgerPdfDocument *self,
                                  guint page,
                                  guint width,
                                  guint rotation,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Request request = { .page = page, .width = width, .rotation = rotation % 360 };
  gboolean known;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LEDGER_IS_PDF_DOCUMENT (self) && rotation % 90 == 0);
  known = page < ledger_pdf_document_get_n_pages (self);
  if (known)
    choose_pixels (&g_array_index (self->sizes, LedgerPdfPageSize, page), &request);
  task =
      new_task (self, &request, ledger_pdf_document_render_async, cancellable, callback, user_data);
  if (known)
    ledger_task_queue_push (self->queue, task, render_in_thread);
  else
    g_task_return_new_error (task,
                             LEDGER_ERROR,
                             LEDGER_ERROR_INVALID,
                             _ ("The file has no page %u. Choose another page."),
                             page + 1);
}

LedgerPdfPixels *
ledger_pdf_document_render_finish (LedgerPdfDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ledger_pdf_document_set_wall_limit (LedgerPdfDocument *self, guint milliseconds)
{
  g_return_if_fail (LEDGER_IS_PDF_DOCUMENT (self));
  self->wall = milliseconds;
}
