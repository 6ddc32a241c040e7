/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-attach.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-desk.h"
#include "ledger-evidence-pile.h"
#include "ledger-toolkit.h"

/* One pile on its way. Made on the main thread; its thread reads the pile's paths and reports into
 * `progress` and nothing else. */
typedef struct
{
  LedgerEvidencePile *pile;
  LedgerProgress *progress;
  GCancellable *cancellable;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ledger_evidence_pile_free (job->pile);
  g_object_unref (job->progress);
  g_object_unref (job->cancellable);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* --- the thread --- */

static void
say_place (Job *job, guint at, guint n)
{
  g_autofree char *text = g_strdup_printf (_ ("Adding evidence %u/%u …"), at, n);

  ledger_progress_say (job->progress, text);
}

static void
stage_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const guint n = g_strv_length (job->pile->paths);
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  g_autoptr (GPtrArray) staged =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_staged_file_free);

  for (guint i = 0; i < n; i++)
    {
      GError *error = NULL;
      LedgerStagedFile *file;

      say_place (job, i + 1, n);
      file = ledger_evidence_import_stage (
          source, intake, job->pile->paths[i], job->progress, cancellable, &error);
      if (file == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (staged, file);
    }
  g_task_return_pointer (task, g_steal_pointer (&staged), (GDestroyNotify)g_ptr_array_unref);
}

/* --- between thread and edit --- */

static void
on_committed (LedgerSession *session, gboolean committed, gpointer data)
{
  g_autoptr (Job) job = data;

  ledger_evidence_pile_tell (job->pile, committed);
}

static void
finish_strip (Job *job)
{
  LedgerSession *session = job->pile->session;

  g_signal_handlers_disconnect_by_data (job->progress, job);
  ledger_evidence_desk_end (ledger_evidence_desk_get (session), job->cancellable);
  ledger_session_set_notice (session, LEDGER_NOTICE_PAGE, NULL, NULL, NULL, NULL);
}

static void
on_staged (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staged = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) fresh = NULL;
  LedgerEdit *edit = NULL;
  LedgerEvidencePile *pile = job->pile;

  finish_strip (job);
  if (staged != NULL)
    fresh = ledger_evidence_pile_sift (pile, staged);
  if (fresh != NULL && fresh->len > 0)
    edit = ledger_evidence_import_make_edit (LEDGER_DOCUMENT (document),
                                             pile->issue_id,
                                             pile->measure_id,
                                             fresh,
                                             &pile->attached,
                                             &error);
  if (edit != NULL || error != NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ledger_session_toast (pile->session, _ ("Nothing was added"), NULL, NULL, NULL);
      ledger_session_commit (
          pile->session, edit, &error, NULL, on_committed, g_steal_pointer (&job));
    }
  else
    on_committed (pile->session, FALSE, g_steal_pointer (&job));
}

static void
on_progress (LedgerProgress *progress, GParamSpec *pspec, gpointer data)
{
  Job *job = data;
  g_autofree char *text = ledger_progress_dup_text (progress);

  ledger_session_set_notice (
      job->pile->session, LEDGER_NOTICE_PAGE, text, _ ("Cancel"), "attach.cancel", NULL);
}

/* --- front --- */

static Job *
job_new (LedgerSession *session, const char *issue_id, const char *measure_id, GListModel *files)
{
  Job *job = g_new0 (Job, 1);

  job->pile = ledger_evidence_pile_new (session, issue_id, measure_id, files);
  job->progress = ledger_progress_new ();
  job->cancellable = g_cancellable_new ();
  return job;
}

static gboolean
is_refused (LedgerSession *session)
{
  LedgerDocument *document = ledger_session_get_document (session);

  if (!ledger_document_is_read_only (document) && ledger_document_get_jobs (document) != NULL)
    return FALSE;
  ledger_session_toast (session,
                        _ ("The ledger is open for reading only; no evidence can be added."),
                        NULL,
                        NULL,
                        NULL);
  return TRUE;
}

void
ledger_evidence_attach_files (GtkWidget *near,
                              LedgerSession *session,
                              const char *issue_id,
                              const char *measure_id,
                              GListModel *files)
{
  LedgerDocument *document = ledger_session_get_document (session);
  LedgerEvidenceDesk *desk = ledger_evidence_desk_get (session);
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (issue_id != NULL && document != NULL);
  if (g_list_model_get_n_items (files) == 0 || is_refused (session))
    return;
  ledger_evidence_desk_join (desk, near);
  job = job_new (session, issue_id, measure_id, files);
  ledger_evidence_desk_begin (desk, job->cancellable);
  g_signal_connect (job->progress, "notify::text", G_CALLBACK (on_progress), job);
  task = g_task_new (document, job->cancellable, on_staged, job);
  g_task_set_source_tag (task, ledger_evidence_attach_files);
  g_task_set_task_data (task, job, NULL);
  ledger_task_queue_push (ledger_document_get_jobs (document), task, stage_in_thread);
}

typedef struct
{
  GtkWidget *near;
  LedgerSession *session;
  char *issue_id;
  char *measure_id;
} Choice;

static void
on_chosen (GListModel *files, gpointer data)
{
  Choice *choice = data;

  if (files != NULL)
    ledger_evidence_attach_files (
        choice->near, choice->session, choice->issue_id, choice->measure_id, files);
  g_object_unref (choice->near);
  g_object_unref (choice->session);
  g_free (choice->issue_id);
  g_free (choice->measure_id);
  g_free (choice);
}

void
ledger_evidence_attach_choose (GtkWidget *near,
                               LedgerSession *session,
                               const char *issue_id,
                               const char *measure_id)
{
  GtkRoot *root = gtk_widget_get_root (near);
  Choice *choice;

  if (is_refused (session))
    return;
  choice = g_new0 (Choice, 1);
  choice->near = g_object_ref (near);
  choice->session = g_object_ref (session);
  choice->issue_id = g_strdup (issue_id);
  choice->measure_id = g_strdup (measure_id);
  ledger_toolkit_choose_files (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               _ ("Add evidence"),
                               _ ("_Add"),
                               LEDGER_FILES_ANY,
                               on_chosen,
                               choice);
}

gboolean
ledger_evidence_attach_is_running (LedgerSession *session)
{
  return ledger_evidence_desk_is_busy (ledger_evidence_desk_get (session));
}
