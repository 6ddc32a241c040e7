/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-protocol.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* One running zhenggai-pdf-worker and the line to it. Synchronous, for one thread, which must
 * outlive it: the kernel ends a worker when the thread that started it ends. Nothing a worker does
 * can harm its client: every wait has an end, replies are checked, descriptors from it are refused.
 */
typedef struct _LedgerPdfWorker LedgerPdfWorker;

/* Wall time of a request and what is granted to one that was cancelled, in milliseconds. */
#define LEDGER_PDF_WALL_LIMIT 10000
#define LEDGER_PDF_CANCEL_GRACE 500

/* How a worker ended; the other fields of a failed call say it to people. */
typedef enum
{
  LEDGER_PDF_WORKER_RUNS,
  LEDGER_PDF_WORKER_STALLED,   /* no answer in time, or cancelled in the middle */
  LEDGER_PDF_WORKER_EXHAUSTED, /* gave up at its memory limit */
  LEDGER_PDF_WORKER_CRASHED,   /* anything else, wrong answers too */
} LedgerPdfWorkerEnd;

/* Starts the program and waits for its HELLO. LEDGER_ERROR_FAILED, _TIMEOUT, G_IO_ERROR_CANCELLED.
 */
LedgerPdfWorker *ledger_pdf_worker_start (LedgerPdfRole role,
                                          guint wall_milliseconds,
                                          GCancellable *cancellable,
                                          GError **error);
/* Ends the process, whatever it is doing. */
void ledger_pdf_worker_free (LedgerPdfWorker *worker);

/* Sends REQUEST with FD (-1 for none; stays the caller's) and waits for its reply. The serial
 * number is filled in. Errors, after each of which the worker is ended and every further call
 * fails: LEDGER_ERROR_TIMEOUT, LEDGER_ERROR_DAMAGED (it died or answered nonsense),
 * G_IO_ERROR_CANCELLED where it did not answer within the grace. A request that is answered within
 * the grace although it was cancelled gives G_IO_ERROR_CANCELLED, and the worker goes on. */
gboolean ledger_pdf_worker_call (LedgerPdfWorker *worker,
                                 LedgerPdfRequest *request,
                                 int fd,
                                 LedgerPdfReply *reply,
                                 guint wall_milliseconds,
                                 GCancellable *cancellable,
                                 GError **error);

LedgerPdfWorkerEnd ledger_pdf_worker_get_end (LedgerPdfWorker *worker);
guint32 ledger_pdf_worker_get_limits (LedgerPdfWorker *worker);
/* The last 4 KiB it wrote to standard error, as valid UTF-8. */
char *ledger_pdf_worker_dup_log (LedgerPdfWorker *worker);
/* The process, for tests; 0 once it ended. */
GPid ledger_pdf_worker_get_pid (LedgerPdfWorker *worker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPdfWorker, ledger_pdf_worker_free)

G_END_DECLS
