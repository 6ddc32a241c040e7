/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-worker.h"

#include "ledger-error.h"
#include "ledger-pdf-samples.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Long enough for a loaded machine where an answer is expected, short where none will come. */
#define LONG 60000
#define SHORT 100

static LedgerPdfWorker *
start_fake (const char *mode, guint wall, GError **error)
{
  g_setenv ("ZHENGGAI_LIBEXECDIR", FAKE_LIBEXECDIR, TRUE);
  g_setenv ("ZHENGGAI_FAKE_WORKER", mode, TRUE);
  return ledger_pdf_worker_start (LEDGER_PDF_ROLE_VIEW, wall, NULL, error);
}

typedef struct
{
  const char *mode;
  LedgerError code;
} StartCase;

static void
test_start_fails (void)
{
  static const StartCase cases[] = { { "exit", LEDGER_ERROR_FAILED },
                                     { "mute", LEDGER_ERROR_TIMEOUT },
                                     { "old", LEDGER_ERROR_FAILED } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint wall = cases[i].code == LEDGER_ERROR_TIMEOUT ? SHORT : LONG;

      g_assert_null (start_fake (cases[i].mode, wall, &error));
      g_assert_error (error, LEDGER_ERROR, (int)cases[i].code);
    }
}

static void
test_program_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("ZHENGGAI_LIBEXECDIR", "/nowhere", TRUE);
  g_assert_null (ledger_pdf_worker_start (LEDGER_PDF_ROLE_VIEW, LONG, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
}

typedef struct
{
  const char *mode;
  int code; /* -1: the call goes well */
  LedgerPdfWorkerEnd end;
} CallCase;

static void
test_calls (void)
{
  static const CallCase cases[] = {
    { "", -1, LEDGER_PDF_WORKER_RUNS },
    { "stall", LEDGER_ERROR_TIMEOUT, LEDGER_PDF_WORKER_STALLED },
    { "abort", LEDGER_ERROR_DAMAGED, LEDGER_PDF_WORKER_EXHAUSTED },
    { "die", LEDGER_ERROR_DAMAGED, LEDGER_PDF_WORKER_CRASHED },
    { "serial", LEDGER_ERROR_DAMAGED, LEDGER_PDF_WORKER_CRASHED },
    { "short", LEDGER_ERROR_DAMAGED, LEDGER_PDF_WORKER_CRASHED },
    { "chatter", -1, LEDGER_PDF_WORKER_RUNS },
    { "descriptor", -1, LEDGER_PDF_WORKER_RUNS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LedgerPdfWorker) worker = start_fake (cases[i].mode, LONG, &error);
      LedgerPdfRequest request = { .kind = LEDGER_PDF_INSPECT };
      LedgerPdfReply reply = { 0 };
      gboolean stalls = cases[i].end == LEDGER_PDF_WORKER_STALLED;
      gboolean done;

      g_assert_no_error (error);
      done = ledger_pdf_worker_call (
          worker, &request, -1, &reply, stalls ? SHORT : LONG, NULL, &error);
      g_test_message ("%s", cases[i].mode);
      g_assert_true (done == (cases[i].code < 0));
      if (!done)
        g_assert_error (error, LEDGER_ERROR, cases[i].code);
      /* A trap of the sanitizer's own may stand in for the signal of abort(). */
      g_assert_cmpint (ledger_pdf_worker_get_end (worker), ==, cases[i].end);
      g_clear_error (&error);
      /* An ended worker refuses; a living one goes on. */
      g_assert_true (ledger_pdf_worker_call (worker, &request, -1, &reply, LONG, NULL, &error)
                     == done);
    }
}

static void
test_log_is_kept_and_bounded (void)
{
  g_autoptr (LedgerPdfWorker) worker = start_fake ("chatter", LONG, NULL);
  LedgerPdfRequest request = { .kind = LEDGER_PDF_INSPECT };
  LedgerPdfReply reply = { 0 };
  g_autofree char *log = NULL;

  g_assert_true (ledger_pdf_worker_call (worker, &request, -1, &reply, LONG, NULL, NULL));
  log = ledger_pdf_worker_dup_log (worker);
  g_assert_cmpuint (strlen (log), ==, 4096);
  g_assert_cmpint (log[0], ==, 'x');
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

/* The grace of half a second, not the minute that the request may last. */
static void
test_cancelled_in_the_middle (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LedgerPdfWorker) worker = start_fake ("stall", LONG, NULL);
  LedgerPdfRequest request = { .kind = LEDGER_PDF_INSPECT };
  LedgerPdfReply reply = { 0 };
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (ledger_pdf_worker_call (worker, &request, -1, &reply, LONG, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ledger_pdf_worker_get_end (worker), ==, LEDGER_PDF_WORKER_STALLED);
}

static void
test_freeing_ends_the_process (void)
{
  LedgerPdfWorker *worker = start_fake ("", LONG, NULL);
  GPid pid = ledger_pdf_worker_get_pid (worker);

  g_assert_cmpint (kill (pid, 0), ==, 0);
  ledger_pdf_worker_free (worker);
  g_assert_cmpint (kill (pid, 0), ==, -1);
}

static guint
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

/* GLib closes what it watches a process with a moment later, in a thread of its own. */
static void
wait_for_descriptors (guint count)
{
  for (guint i = 0; i < 10000 && count_descriptors () != count; i++)
    g_usleep (1000);
}

static guint
settled_descriptors (void)
{
  guint count, same = 0;

  for (count = count_descriptors (); same < 50; same++)
    {
      g_usleep (1000);
      if (count_descriptors () != count)
        {
          count = count_descriptors ();
          same = 0;
        }
    }
  return count;
}

static void
test_no_descriptor_is_left (void)
{
  guint before;

  ledger_pdf_worker_free (start_fake ("", LONG, NULL)); /* GLib opens some of its own, once */
  before = settled_descriptors ();
  test_calls ();
  test_start_fails ();
  wait_for_descriptors (before);
  g_assert_cmpuint (count_descriptors (), ==, before);
}

static void
test_real_one_says_its_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPdfWorker) worker = NULL;

  g_setenv ("ZHENGGAI_LIBEXECDIR", REAL_LIBEXECDIR, TRUE);
  worker = ledger_pdf_worker_start (LEDGER_PDF_ROLE_INTAKE, LONG, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_pdf_worker_get_limits (worker), !=, 0);
  g_assert_true (ledger_pdf_worker_get_limits (worker) & LEDGER_PDF_LIMIT_NO_NEW_PRIVILEGES);
}

/* Running, sleeping or stopped; neither gone nor only waiting to be reaped. */
static gboolean
is_alive (const char *pid)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "stat", NULL);
  g_autofree char *stat = NULL;

  return g_file_get_contents (path, &stat, NULL, NULL) && strstr (stat, ") Z") == NULL;
}

static void
start_worker_and_die (void)
{
  g_autoptr (LedgerPdfWorker) worker =
      ledger_pdf_worker_start (LEDGER_PDF_ROLE_VIEW, LONG, NULL, NULL);
  GPid pid = ledger_pdf_worker_get_pid (worker);
  g_autofree char *text = g_strdup_printf ("%d", pid);

  /* Stopped, it cannot see that the line is closed: only the kernel can end it. */
  kill (pid, SIGSTOP);
  g_file_set_contents (g_getenv ("ZHENGGAI_TEST_PID"), text, -1, NULL);
  kill (getpid (), SIGKILL);
}

static void
test_dies_with_the_program (void)
{
  g_autofree char *path = NULL;
  g_autofree char *pid = NULL;

  if (g_test_subprocess ())
    {
      start_worker_and_die ();
      return;
    }
  close (g_file_open_tmp ("worker-XXXXXX", &path, NULL));
  g_setenv ("ZHENGGAI_LIBEXECDIR", REAL_LIBEXECDIR, TRUE);
  g_setenv ("ZHENGGAI_TEST_PID", path, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_true (g_file_get_contents (path, &pid, NULL, NULL));
  g_assert_cmpstr (pid, !=, "");
  for (guint i = 0; i < 10000 && is_alive (pid); i++)
    g_usleep (1000);
  g_assert_false (is_alive (pid));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-worker/start-fails", test_start_fails);
  g_test_add_func ("/pdf-worker/program-missing", test_program_missing);
  g_test_add_func ("/pdf-worker/calls", test_calls);
  g_test_add_func ("/pdf-worker/log-is-kept-and-bounded", test_log_is_kept_and_bounded);
  g_test_add_func ("/pdf-worker/cancelled-in-the-middle", test_cancelled_in_the_middle);
  g_test_add_func ("/pdf-worker/freeing-ends-the-process", test_freeing_ends_the_process);
  g_test_add_func ("/pdf-worker/no-descriptor-is-left", test_no_descriptor_is_left);
  g_test_add_func ("/pdf-worker/real-one-says-its-limits", test_real_one_says_its_limits);
  g_test_add_func ("/pdf-worker/dies-with-the-program", test_dies_with_the_program);
  return g_test_run ();
}
