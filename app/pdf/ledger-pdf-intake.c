/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-intake.h"

#include "ledger-error.h"
#include "ledger-pdf-worker.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

struct _LedgerPdfIntake
{
  LedgerPdfWorker *worker; /* NULL: the next file starts one */
  guint files;             /* that it was given */
  guint starts;
  guint wall;
};

LedgerPdfIntake *
ledger_pdf_intake_new (void)
{
  LedgerPdfIntake *intake = g_new0 (LedgerPdfIntake, 1);

  intake->wall = LEDGER_PDF_WALL_LIMIT;
  return intake;
}

void
ledger_pdf_intake_free (LedgerPdfIntake *intake)
{
  if (intake == NULL)
    return;
  ledger_pdf_worker_free (intake->worker);
  g_free (intake);
}

void
ledger_pdf_intake_set_wall_limit (LedgerPdfIntake *intake, guint milliseconds)
{
  g_return_if_fail (intake != NULL);
  intake->wall = milliseconds;
}

guint
ledger_pdf_intake_get_starts (LedgerPdfIntake *intake)
{
  g_return_val_if_fail (intake != NULL, 0);
  return intake->starts;
}

static gboolean
ensure_worker (LedgerPdfIntake *intake, GCancellable *cancellable, GError **error)
{
  if (intake->files >= LEDGER_PDF_INTAKE_FILES)
    g_clear_pointer (&intake->worker, ledger_pdf_worker_free);
  if (intake->worker != NULL)
    return TRUE;
  /* Starting is not the file's time: a short limit for files must not fail here. */
  intake->worker = ledger_pdf_worker_start (
      LEDGER_PDF_ROLE_INTAKE, MAX (intake->wall, LEDGER_PDF_WALL_LIMIT), cancellable, error);
  intake->files = 0;
  if (intake->worker != NULL)
    intake->starts++;
  return intake->worker != NULL;
}

/* A descriptor of something else is our own mistake and no finding. */
static gboolean
check_descriptor (int fd, GError **error)
{
  struct stat info;

  errno = 0;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_FAILED,
               _ ("The file cannot be read (%s). Check it and try again."),
               g_strerror (errno != 0 ? errno : EINVAL));
  return FALSE;
}

static LedgerPdfInspection
inspection_of_reply (const LedgerPdfReply *reply)
{
  LedgerPdfInspection inspection = { .verdict = LEDGER_PDF_VERDICT_DAMAGED };

  if (reply->status != LEDGER_PDF_OK || reply->verdict > LEDGER_PDF_VERDICT_LIMIT)
    return inspection;
  inspection.verdict = (LedgerPdfVerdict)reply->verdict;
  if (!ledger_pdf_verdict_is_shown (inspection.verdict))
    return inspection;
  if (reply->pages == 0 || reply->pages > LEDGER_PDF_MAX_PAGES)
    return (LedgerPdfInspection){ .verdict = LEDGER_PDF_VERDICT_DAMAGED };
  inspection.pages = reply->pages;
  inspection.flags = reply->flags;
  return inspection;
}

/* The worker ended over this file: that is the finding. */
static LedgerPdfInspection
inspection_of_end (LedgerPdfWorkerEnd end)
{
  LedgerPdfInspection inspection = { .verdict = LEDGER_PDF_VERDICT_LIMIT };

  if (end == LEDGER_PDF_WORKER_CRASHED)
    inspection.verdict = LEDGER_PDF_VERDICT_DAMAGED;
  return inspection;
}

gboolean
ledger_pdf_intake_inspect (LedgerPdfIntake *intake,
                           int fd,
                           LedgerPdfInspection *inspection,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GError) reason = NULL;
  LedgerPdfRequest request = { .kind = LEDGER_PDF_INSPECT };
  LedgerPdfReply reply = { 0 };
  gboolean cancelled;

  g_return_val_if_fail (intake != NULL && inspection != NULL, FALSE);
  if (!check_descriptor (fd, error) || !ensure_worker (intake, cancellable, error))
    return FALSE;
  intake->files++;
  if (ledger_pdf_worker_call (
          intake->worker, &request, fd, &reply, intake->wall, cancellable, &reason))
    {
      *inspection = inspection_of_reply (&reply);
      return TRUE;
    }
  cancelled = g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (cancelled)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    *inspection = inspection_of_end (ledger_pdf_worker_get_end (intake->worker));
  if (ledger_pdf_worker_get_end (intake->worker) != LEDGER_PDF_WORKER_RUNS)
    g_clear_pointer (&intake->worker, ledger_pdf_worker_free);
  return !cancelled;
}
