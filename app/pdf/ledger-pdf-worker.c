/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* struct cmsghdr, pipe2 */
#include "ledger-pdf-worker.h"

#include "ledger-error.h"
#include "ledger-locale.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LOG_BYTES 4096

struct _LedgerPdfWorker
{
  GSubprocess *process; /* NULL once it ended */
  int socket;
  int complaints; /* the reading end of its standard error, never blocking */
  GString *log;
  guint32 limits;
  guint32 serial;
  LedgerPdfWorkerEnd end;
};

static const char *const ROLE_NAMES[] = {
  [LEDGER_PDF_ROLE_VIEW] = "view",
  [LEDGER_PDF_ROLE_INTAKE] = "intake",
  [LEDGER_PDF_ROLE_BIND] = "bind",
};

/* Never blocks: the worker's end does not either, so that it cannot be held up by an unread pipe.
 */
static void
collect_log (LedgerPdfWorker *worker)
{
  char buffer[LOG_BYTES];
  gssize length;

  /* At most a pipe's worth, or a worker that writes for ever would keep us here. */
  for (guint i = 0; i < 16; i++)
    {
      length = read (worker->complaints, buffer, sizeof buffer);
      if (length <= 0)
        return;
      g_string_append_len (worker->log, buffer, length);
      if (worker->log->len > LOG_BYTES)
        g_string_erase (worker->log, 0, (gssize)(worker->log->len - LOG_BYTES));
    }
}

/* A worker that ran into its address-space limit ends by abort() (C++, poppler) or a trap (GLib).
 */
static LedgerPdfWorkerEnd
read_end (GSubprocess *process)
{
  int number;

  if (!g_subprocess_get_if_signaled (process))
    return LEDGER_PDF_WORKER_CRASHED;
  number = g_subprocess_get_term_sig (process);
  if (number == SIGABRT || number == SIGTRAP || number == SIGKILL)
    return LEDGER_PDF_WORKER_EXHAUSTED;
  return LEDGER_PDF_WORKER_CRASHED;
}

/* HOW is what we know already; RUNS: it left, and its exit status says why. */
static void
end_worker (LedgerPdfWorker *worker, LedgerPdfWorkerEnd how)
{
  if (worker->process == NULL)
    return;
  /* One that is dying already keeps its own exit status: it closed the line while exiting. */
  g_subprocess_force_exit (worker->process);
  g_subprocess_wait (worker->process, NULL, NULL);
  worker->end = how == LEDGER_PDF_WORKER_RUNS ? read_end (worker->process) : how;
  collect_log (worker);
  g_clear_object (&worker->process);
}

static gboolean
send_request (int socket, const LedgerPdfRequest *request, int fd)
{
  union
  {
    struct cmsghdr header;
    char room[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct iovec piece = { (gpointer)request, sizeof *request };
  struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1 };
  gssize sent;

  if (fd >= 0)
    {
      message.msg_control = &control;
      message.msg_controllen = sizeof control;
      control.header.cmsg_level = SOL_SOCKET;
      control.header.cmsg_type = SCM_RIGHTS;
      control.header.cmsg_len = CMSG_LEN (sizeof (int));
      memcpy (CMSG_DATA (&control.header), &fd, sizeof fd);
    }
  do
    sent = sendmsg (socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (sent < 0 && errno == EINTR);
  return sent == sizeof *request;
}

typedef enum
{
  WAIT_READY,
  WAIT_TIMEOUT,
} WaitResult;

/* Until SOCKET has something or DEADLINE (monotonic µs) passes; a cancellation brings it nearer. */
static WaitResult
wait_for_socket (int socket, gint64 deadline, GCancellable *cancellable)
{
  GPollFD fds[2] = { { socket, G_IO_IN, 0 }, { -1, 0, 0 } };
  gboolean watching = g_cancellable_make_pollfd (cancellable, &fds[1]);
  WaitResult result = WAIT_TIMEOUT;

  for (;;)
    {
      gint64 left = (deadline - g_get_monotonic_time () + 999) / 1000;

      if (left < 0)
        left = 0;
      fds[0].revents = 0;
      if (g_poll (fds, watching ? 2 : 1, (int)MIN (left, G_MAXINT)) < 0 && errno != EINTR)
        break;
      if (fds[0].revents != 0)
        {
          result = WAIT_READY;
          break;
        }
      if (watching && g_cancellable_is_cancelled (cancellable))
        {
          deadline = MIN (deadline, g_get_monotonic_time () + LEDGER_PDF_CANCEL_GRACE * 1000);
          g_cancellable_release_fd (cancellable);
          watching = FALSE;
        }
      else if (left == 0)
        break;
    }
  if (watching)
    g_cancellable_release_fd (cancellable);
  return result;
}

/* Without room for control data the kernel drops descriptors that a hostile worker sends. */
static gssize
receive_reply (int socket, LedgerPdfReply *reply)
{
  gssize length;

  do
    length = recv (socket, reply, sizeof *reply, MSG_DONTWAIT | MSG_TRUNC);
  while (length < 0 && errno == EINTR);
  return length;
}

static gboolean
fail_stalled (LedgerPdfWorker *worker, GCancellable *cancellable, GError **error)
{
  end_worker (worker, LEDGER_PDF_WORKER_STALLED);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_TIMEOUT,
                         _ ("Reading the file took too long. Try again, or export the original."));
  return FALSE;
}

static gboolean
fail_ended (LedgerPdfWorker *worker, LedgerPdfWorkerEnd how, GError **error)
{
  end_worker (worker, how);
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_DAMAGED,
      _ ("The file could not be read: reading it broke off. Try again, or export the original."));
  return FALSE;
}

static gboolean
await_reply (LedgerPdfWorker *worker,
             LedgerPdfReply *reply,
             guint wall_milliseconds,
             GCancellable *cancellable,
             GError **error)
{
  gint64 deadline = g_get_monotonic_time () + (gint64)wall_milliseconds * 1000;
  gssize length;

  if (wait_for_socket (worker->socket, deadline, cancellable) == WAIT_TIMEOUT)
    return fail_stalled (worker, cancellable, error);
  length = receive_reply (worker->socket, reply);
  if (length <= 0)
    return fail_ended (worker, LEDGER_PDF_WORKER_RUNS, error);
  if (length != sizeof *reply)
    return fail_ended (worker, LEDGER_PDF_WORKER_CRASHED, error);
  collect_log (worker);
  return TRUE;
}

static gboolean
spawn (LedgerPdfWorker *worker, LedgerPdfRole role, int socket, int complaints, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *folder = ledger_locale_dup_libexecdir ();
  g_autofree char *program = g_build_filename (folder, "zhenggai-pdf-worker", NULL);
  g_autoptr (GError) reason = NULL;

  g_subprocess_launcher_take_fd (launcher, socket, LEDGER_PDF_SOCKET);
  g_subprocess_launcher_take_stderr_fd (launcher, complaints);
  /* What a foreign file provokes must not be raised to a crash by a developer's setting. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_unsetenv (launcher, "G_MESSAGES_DEBUG");
  worker->process =
      g_subprocess_launcher_spawn (launcher, &reason, program, ROLE_NAMES[role], NULL);
  if (worker->process == NULL)
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_FAILED,
                 _ ("The part of the program that reads PDF files could not be started (%s). "
                    "Install the program again."),
                 reason->message);
  return worker->process != NULL;
}

static gboolean
open_lines (int sockets[2], int pipes[2], GError **error)
{
  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) == 0)
    {
      if (pipe2 (pipes, O_CLOEXEC | O_NONBLOCK) == 0)
        return TRUE;
      close (sockets[0]);
      close (sockets[1]);
    }
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_FAILED,
               _ ("The part of the program that reads PDF files could not be started (%s). Close "
                  "other programs and try again."),
               g_strerror (errno));
  return FALSE;
}

static gboolean
check_hello (LedgerPdfWorker *worker, const LedgerPdfReply *hello, GError **error)
{
  if (hello->kind == LEDGER_PDF_HELLO && hello->value == LEDGER_PDF_PROTOCOL)
    {
      worker->limits = hello->limits & LEDGER_PDF_LIMITS_ALL;
      return TRUE;
    }
  g_set_error_literal (error,
                       LEDGER_ERROR,
                       LEDGER_ERROR_FAILED,
                       _ ("The part of the program that reads PDF files is of another version. "
                          "Install the program again."));
  return FALSE;
}

/* One that ends before its first word is a broken installation, not a damaged file. */
static gboolean
await_hello (LedgerPdfWorker *worker, guint wall, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  LedgerPdfReply hello = { 0 };

  if (await_reply (worker, &hello, wall, cancellable, &reason))
    return check_hello (worker, &hello, error);
  if (g_error_matches (reason, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_FAILED,
                         _ ("The part of the program that reads PDF files ended at its start. "
                            "Install the program again."));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

LedgerPdfWorker *
ledger_pdf_worker_start (LedgerPdfRole role,
                         guint wall_milliseconds,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LedgerPdfWorker) worker = NULL;
  int sockets[2], pipes[2];

  g_return_val_if_fail ((guint)role < G_N_ELEMENTS (ROLE_NAMES), NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !open_lines (sockets, pipes, error))
    return NULL;
  worker = g_new0 (LedgerPdfWorker, 1);
  worker->socket = sockets[0];
  worker->complaints = pipes[0];
  worker->log = g_string_new (NULL);
  if (!spawn (worker, role, sockets[1], pipes[1], error)
      || !await_hello (worker, wall_milliseconds, cancellable, error))
    return NULL;
  return g_steal_pointer (&worker);
}

void
ledger_pdf_worker_free (LedgerPdfWorker *worker)
{
  if (worker == NULL)
    return;
  end_worker (worker, LEDGER_PDF_WORKER_STALLED);
  close (worker->socket);
  close (worker->complaints);
  g_string_free (worker->log, TRUE);
  g_free (worker);
}

gboolean
ledger_pdf_worker_call (LedgerPdfWorker *worker,
                        LedgerPdfRequest *request,
                        int fd,
                        LedgerPdfReply *reply,
                        guint wall_milliseconds,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (worker != NULL, FALSE);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  request->serial = ++worker->serial;
  if (worker->process == NULL || !send_request (worker->socket, request, fd))
    return fail_ended (worker, LEDGER_PDF_WORKER_RUNS, error);
  if (!await_reply (worker, reply, wall_milliseconds, cancellable, error))
    return FALSE;
  if (reply->kind != request->kind || reply->serial != request->serial)
    return fail_ended (worker, LEDGER_PDF_WORKER_CRASHED, error);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

LedgerPdfWorkerEnd
ledger_pdf_worker_get_end (LedgerPdfWorker *worker)
{
  g_return_val_if_fail (worker != NULL, LEDGER_PDF_WORKER_CRASHED);
  return worker->end;
}

guint32
ledger_pdf_worker_get_limits (LedgerPdfWorker *worker)
{
  g_return_val_if_fail (worker != NULL, 0);
  return worker->limits;
}

char *
ledger_pdf_worker_dup_log (LedgerPdfWorker *worker)
{
  g_return_val_if_fail (worker != NULL, NULL);
  collect_log (worker);
  return g_utf8_make_valid (worker->log->str, (gssize)worker->log->len);
}

GPid
ledger_pdf_worker_get_pid (LedgerPdfWorker *worker)
{
  const char *identifier;

  g_return_val_if_fail (worker != NULL, 0);
  identifier = worker->process != NULL ? g_subprocess_get_identifier (worker->process) : NULL;
  return identifier != NULL ? (GPid)g_ascii_strtoll (identifier, NULL, 10) : 0;
}
