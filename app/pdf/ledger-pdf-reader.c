/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-reader.h"

#include "ledger-error.h"
#include "ledger-lent-memory.h"
#include "ledger-pdf-worker.h"
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* A4, where a page has no sensible size; and the largest side that Acrobat knows, rounded up. */
#define FALLBACK_WIDTH 595.0
#define FALLBACK_HEIGHT 842.0
#define MAX_SIDE 20000.0

struct _LedgerPdfReader
{
  int fd;
  LedgerPdfWorker *worker; /* has the document open, or NULL */
  LedgerPdfVerdict verdict;
  guint pages;
};

LedgerPdfReader *
ledger_pdf_reader_new (int fd)
{
  LedgerPdfReader *reader = g_new0 (LedgerPdfReader, 1);

  reader->fd = fd;
  return reader;
}

void
ledger_pdf_reader_free (LedgerPdfReader *reader)
{
  if (reader == NULL)
    return;
  ledger_pdf_worker_free (reader->worker);
  if (reader->fd >= 0)
    close (reader->fd);
  g_free (reader);
}

static void
drop_ended_worker (LedgerPdfReader *reader)
{
  if (reader->worker != NULL
      && ledger_pdf_worker_get_end (reader->worker) != LEDGER_PDF_WORKER_RUNS)
    g_clear_pointer (&reader->worker, ledger_pdf_worker_free);
}

static void
set_bad_answer (GError **error)
{
  ledger_pdf_verdict_set_error (LEDGER_PDF_VERDICT_DAMAGED, error);
}

static gboolean
take_opened (LedgerPdfReader *reader, const LedgerPdfReply *reply, GError **error)
{
  LedgerPdfVerdict verdict = (LedgerPdfVerdict)reply->verdict;

  if (reply->status != LEDGER_PDF_OK || verdict > LEDGER_PDF_VERDICT_LIMIT
      || reply->pages > LEDGER_PDF_MAX_PAGES)
    verdict = LEDGER_PDF_VERDICT_DAMAGED;
  if (ledger_pdf_verdict_is_shown (verdict) && reply->pages == 0)
    verdict = LEDGER_PDF_VERDICT_DAMAGED;
  if (!ledger_pdf_verdict_is_shown (verdict))
    {
      ledger_pdf_verdict_set_error (verdict, error);
      return FALSE;
    }
  reader->verdict = verdict;
  reader->pages = reply->pages;
  return TRUE;
}

/* A worker that holds the document. */
static gboolean
ensure_open (LedgerPdfReader *reader, guint wall, GCancellable *cancellable, GError **error)
{
  g_autoptr (LedgerPdfWorker) worker = NULL;
  LedgerPdfRequest request = { .kind = LEDGER_PDF_OPEN };
  LedgerPdfReply reply = { 0 };

  drop_ended_worker (reader);
  if (reader->worker != NULL)
    return TRUE;
  worker = ledger_pdf_worker_start (LEDGER_PDF_ROLE_VIEW, wall, cancellable, error);
  if (worker == NULL)
    return FALSE;
  if (!ledger_pdf_worker_call (worker, &request, reader->fd, &reply, wall, cancellable, error)
      || !take_opened (reader, &reply, error))
    return FALSE;
  reader->worker = g_steal_pointer (&worker);
  return TRUE;
}

static double
sane_side (double side, double fallback)
{
  return side >= 1 && side <= MAX_SIDE ? side : fallback;
}

static GArray *
copy_sizes (const LedgerPdfPageSize *sizes, guint count)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (LedgerPdfPageSize), count);

  for (guint i = 0; i < count; i++)
    {
      /* Read once: the worker may still write there. */
      LedgerPdfPageSize size = sizes[i];

      size.width = sane_side (size.width, FALLBACK_WIDTH);
      size.height = sane_side (size.height, FALLBACK_HEIGHT);
      g_array_append_val (copy, size);
    }
  return copy;
}

GArray *
ledger_pdf_reader_open (LedgerPdfReader *reader,
                        LedgerPdfVerdict *verdict,
                        guint wall_milliseconds,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (LedgerLentMemory) memory = NULL;
  LedgerPdfRequest request = { .kind = LEDGER_PDF_SIZES };
  LedgerPdfReply reply = { 0 };

  g_return_val_if_fail (reader != NULL, NULL);
  if (!ensure_open (reader, wall_milliseconds, cancellable, error))
    return NULL;
  memory = ledger_lent_memory_new (reader->pages * sizeof (LedgerPdfPageSize), error);
  if (memory == NULL)
    return NULL;
  request.size = ledger_lent_memory_get_size (memory);
  if (!ledger_pdf_worker_call (reader->worker,
                               &request,
                               ledger_lent_memory_get_fd (memory),
                               &reply,
                               wall_milliseconds,
                               cancellable,
                               error))
    return NULL;
  if (reply.status != LEDGER_PDF_OK || reply.value != reader->pages)
    {
      set_bad_answer (error);
      return NULL;
    }
  if (verdict != NULL)
    *verdict = reader->verdict;
  return copy_sizes (ledger_lent_memory_get_data (memory), reader->pages);
}

/* The worker knows only "the file"; people see a page. */
static void
name_page (GError **error, guint page)
{
  if (error == NULL || *error == NULL)
    return;
  if (g_error_matches (*error, LEDGER_ERROR, LEDGER_ERROR_TIMEOUT))
    {
      g_clear_error (error);
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_TIMEOUT,
                   _ ("Showing page %u took too long."),
                   page + 1);
    }
  else if (g_error_matches (*error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
    {
      g_clear_error (error);
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_DAMAGED,
                   _ ("Page %u cannot be shown. Try again, or export the original."),
                   page + 1);
    }
}

static gboolean
call_render (LedgerPdfReader *reader,
             LedgerPdfRequest *request,
             int memory,
             guint wall,
             GCancellable *cancellable,
             GError **error)
{
  LedgerPdfReply reply = { 0 };

  if (!ledger_pdf_worker_call (reader->worker, request, memory, &reply, wall, cancellable, error))
    return FALSE;
  if (reply.status == LEDGER_PDF_OK)
    return TRUE;
  set_bad_answer (error);
  return FALSE;
}

LedgerPdfPixels *
ledger_pdf_reader_render (LedgerPdfReader *reader,
                          guint page,
                          guint width,
                          guint height,
                          guint rotation,
                          guint wall_milliseconds,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (LedgerLentMemory) memory = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  LedgerPdfRequest request = { .kind = LEDGER_PDF_RENDER,
                               .page = page,
                               .width = width,
                               .height = height,
                               .rotation = rotation,
                               .size = (guint64)width * height * 4 };

  g_return_val_if_fail (reader != NULL && request.size > 0, NULL);
  memory = ledger_lent_memory_new (request.size, error);
  if (memory == NULL)
    return NULL;
  if (!ensure_open (reader, wall_milliseconds, cancellable, &reason)
      || !call_render (reader,
                       &request,
                       ledger_lent_memory_get_fd (memory),
                       wall_milliseconds,
                       cancellable,
                       &reason))
    {
      name_page (&reason, page);
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  bytes = ledger_lent_memory_free_to_bytes (g_steal_pointer (&memory));
  return ledger_pdf_pixels_new (bytes, width, height, (gsize)width * 4);
}

GPid
ledger_pdf_reader_get_pid (LedgerPdfReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);
  return reader->worker != NULL ? ledger_pdf_worker_get_pid (reader->worker) : 0;
}
