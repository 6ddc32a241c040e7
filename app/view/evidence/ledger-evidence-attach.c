/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-attach.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-import.h"
#include "ledger-evidence.h"
#include "ledger-gesture.h"
#include "ledger-issue-proof.h"
#include "ledger-toolkit.h"

/* One set of files on its way. Made on the main thread; its thread reads `paths` and reports into
 * `progress` and nothing else. */
typedef struct
{
  LedgerSession *session;
  char *issue_id;
  char *measure_id; /* NULL: 待归入 */
  GStrv paths;
  LedgerProgress *progress;
  GCancellable *cancellable;
  GPtrArray *attached; /* LedgerAttached*, after the edit was made */
  GPtrArray *same;     /* char*: ids of what was there already */
  GPtrArray *errors;   /* char*: sentences */
} Job;

/* What the strip and the toast call, kept with the session: the window has it as group "attach". */
typedef struct
{
  GSimpleActionGroup *actions;
  GPtrArray *jobs; /* Job*, borrowed */
} Desk;

#define DESK_KEY "ledger-evidence-attach"

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->session);
  g_clear_object (&job->progress);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->attached, g_ptr_array_unref);
  g_ptr_array_unref (job->same);
  g_ptr_array_unref (job->errors);
  g_strfreev (job->paths);
  g_free (job->issue_id);
  g_free (job->measure_id);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
desk_free (gpointer data)
{
  Desk *desk = data;

  g_object_unref (desk->actions);
  g_ptr_array_unref (desk->jobs);
  g_free (desk);
}

static void
do_cancel (GSimpleAction *action, GVariant *parameter, gpointer session)
{
  Desk *desk = g_object_get_data (session, DESK_KEY);

  for (guint i = 0; i < desk->jobs->len; i++)
    g_cancellable_cancel (((Job *)desk->jobs->pdata[i])->cancellable);
}

/* 归入本措施，标为共用: the measure, then the evidence. */
static void
do_share (GSimpleAction *action, GVariant *parameter, gpointer session)
{
  LedgerDocument *document = ledger_session_get_document (session);
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, _ ("Share evidence"));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  for (; ids[0] != NULL && ids[n + 1] != NULL; n++)
    if (!ledger_gesture_add_filing (document, edit, ids[n + 1], ids[0], TRUE, &error))
      {
        ledger_session_show_error (session, error);
        return;
      }
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u file is shared now", "%u files are shared now", n), n);
  ledger_session_commit (session, g_steal_pointer (&edit), NULL, text, NULL, NULL);
}

static void
do_show (GSimpleAction *action, GVariant *parameter, gpointer session)
{
  ledger_session_open_evidence (session, g_variant_get_string (parameter, NULL));
}

/* The group in NEAR's window; made once for a session. */
static Desk *
ensure_desk (GtkWidget *near, LedgerSession *session)
{
  const GActionEntry entries[] = {
    { "cancel", do_cancel, NULL, NULL, NULL, { 0 } },
    { "share", do_share, "as", NULL, NULL, { 0 } },
    { "show", do_show, "s", NULL, NULL, { 0 } },
  };
  Desk *desk = g_object_get_data (G_OBJECT (session), DESK_KEY);
  GtkRoot *root = gtk_widget_get_root (near);

  if (desk == NULL)
    {
      desk = g_new0 (Desk, 1);
      desk->actions = g_simple_action_group_new ();
      desk->jobs = g_ptr_array_new ();
      g_action_map_add_action_entries (
          G_ACTION_MAP (desk->actions), entries, G_N_ELEMENTS (entries), session);
      g_object_set_data_full (G_OBJECT (session), DESK_KEY, desk, desk_free);
    }
  if (root != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (root), "attach", G_ACTION_GROUP (desk->actions));
  return desk;
}

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
  const guint n = g_strv_length (job->paths);
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  g_autoptr (GPtrArray) staged =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_staged_file_free);

  for (guint i = 0; i < n; i++)
    {
      GError *error = NULL;
      LedgerStagedFile *file;

      say_place (job, i + 1, n);
      file = ledger_evidence_import_stage (
          source, intake, job->paths[i], job->progress, cancellable, &error);
      if (file == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (staged, file);
    }
  g_task_return_pointer (task, g_steal_pointer (&staged), (GDestroyNotify)g_ptr_array_unref);
}

/* --- what is said afterwards --- */

static char *
dup_added_text (Job *job, guint n_added, const LedgerAttached *first)
{
  LedgerDocument *document = ledger_session_get_document (job->session);
  LedgerRecord *evidence = ledger_document_lookup (document, "evidence", first->id);
  g_autofree char *label = NULL;

  if (n_added > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u file of evidence was added",
                                         "%u files of evidence were added",
                                         n_added),
                            n_added);
  label = evidence != NULL ? ledger_document_dup_number (document, evidence) : NULL;
  if (label == NULL)
    label = evidence != NULL ? g_strdup (ledger_issue_proof_get_title (evidence)) : g_strdup ("");
  return g_strdup_printf (_ ("Evidence %s was added"), label);
}

static void
say_errors (Job *job)
{
  g_autofree char *text = NULL;

  if (job->errors->len == 0)
    return;
  text = job->errors->len == 1 ? g_strdup (job->errors->pdata[0])
                               : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                               "%u file was not added. %s",
                                                               "%u files were not added. %s",
                                                               job->errors->len),
                                                  job->errors->len,
                                                  (char *)job->errors->pdata[0]);
  ledger_session_set_notice (job->session, LEDGER_NOTICE_PAGE, text, NULL, NULL, NULL);
}

static gboolean
is_filed_here (LedgerDocument *document, const char *evidence_id, const char *measure_id)
{
  LedgerRecord *evidence = ledger_document_lookup (document, "evidence", evidence_id);
  g_autoptr (GPtrArray) measures =
      evidence != NULL ? ledger_issue_proof_list_measures (document, evidence) : NULL;

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (g_strcmp0 (ledger_record_get_id (measures->pdata[i]), measure_id) == 0)
      return TRUE;
  return FALSE;
}

static GVariant *
pack_share (Job *job)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  g_variant_builder_add (&builder, "s", job->measure_id);
  for (guint i = 0; i < job->same->len; i++)
    g_variant_builder_add (&builder, "s", job->same->pdata[i]);
  return g_variant_builder_end (&builder);
}

static char *
dup_same_text (Job *job)
{
  LedgerDocument *document = ledger_session_get_document (job->session);
  g_autofree char *label = ledger_document_dup_label (document, "evidence", job->same->pdata[0]);

  if (job->same->len == 1)
    return g_strdup_printf (_ ("This file is evidence %s already; it was not kept twice."), label);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u file is there already; it was not kept twice.",
                                       "%u files are there already; they were not kept twice.",
                                       job->same->len),
                          job->same->len);
}

/* What is there already: offered to this measure as well, or to be looked at. */
static void
say_same (Job *job)
{
  LedgerDocument *document = ledger_session_get_document (job->session);
  g_autofree char *text = dup_same_text (job);

  if (job->measure_id != NULL && !is_filed_here (document, job->same->pdata[0], job->measure_id))
    ledger_session_toast (
        job->session, text, _ ("Share with this measure"), "attach.share", pack_share (job));
  else
    ledger_session_toast (
        job->session, text, _ ("Show"), "attach.show", g_variant_new_string (job->same->pdata[0]));
}

static void
on_committed (LedgerSession *session, gboolean committed, gpointer data)
{
  g_autoptr (Job) job = data;
  const LedgerAttached *first = NULL;
  guint n_added = 0;

  for (guint i = 0; committed && i < job->attached->len; i++)
    {
      const LedgerAttached *line = job->attached->pdata[i];

      if (line->id == NULL || line->error != NULL)
        continue;
      first = first != NULL ? first : line;
      n_added++;
    }
  if (n_added > 0)
    {
      g_autofree char *text = dup_added_text (job, n_added, first);

      ledger_session_toast_undo (session, text);
    }
  say_errors (job);
  if (job->same->len > 0)
    say_same (job);
  if (first != NULL && job->measure_id == NULL)
    ledger_session_open_evidence (session, first->id);
}

/* --- between thread and edit --- */

/* Sorts out what cannot be taken and what the ledger has already; the rest is for the edit. */
static GPtrArray *
sift (Job *job, GPtrArray *staged)
{
  LedgerDocument *document = ledger_session_get_document (job->session);
  GPtrArray *fresh = g_ptr_array_new ();

  for (guint i = 0; i < staged->len; i++)
    {
      LedgerStagedFile *file = staged->pdata[i];
      LedgerRecord *same =
          file->error == NULL ? ledger_gesture_find_same (document, file->blob.digest) : NULL;

      if (file->error != NULL)
        g_ptr_array_add (job->errors, g_strdup (file->error));
      else if (same != NULL)
        g_ptr_array_add (job->same, g_strdup (ledger_record_get_id (same)));
      else
        g_ptr_array_add (fresh, file);
    }
  return fresh;
}

static void
finish_strip (Job *job)
{
  Desk *desk = g_object_get_data (G_OBJECT (job->session), DESK_KEY);

  g_signal_handlers_disconnect_by_data (job->progress, job);
  g_ptr_array_remove (desk->jobs, job);
  ledger_session_set_notice (job->session, LEDGER_NOTICE_PAGE, NULL, NULL, NULL, NULL);
}

static void
on_staged (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staged = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) fresh = NULL;
  LedgerEdit *edit = NULL;
  LedgerSession *session = job->session;

  finish_strip (job);
  if (staged != NULL)
    fresh = sift (job, staged);
  if (fresh != NULL && fresh->len > 0)
    edit = ledger_evidence_import_make_edit (
        LEDGER_DOCUMENT (document), job->issue_id, job->measure_id, fresh, &job->attached, &error);
  if (edit != NULL || error != NULL)
    {
      const gboolean gone = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      if (gone)
        ledger_session_toast (session, _ ("Nothing was added"), NULL, NULL, NULL);
      ledger_session_commit (session, edit, &error, NULL, on_committed, g_steal_pointer (&job));
    }
  else
    on_committed (session, FALSE, g_steal_pointer (&job));
}

static void
on_progress (LedgerProgress *progress, GParamSpec *pspec, gpointer data)
{
  Job *job = data;
  g_autofree char *text = ledger_progress_dup_text (progress);

  ledger_session_set_notice (
      job->session, LEDGER_NOTICE_PAGE, text, _ ("Cancel"), "attach.cancel", NULL);
}

/* --- front --- */

static GStrv
list_paths (GListModel *files, GPtrArray *errors)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = g_file_get_basename (file);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (builder, g_file_peek_path (file));
      else
        g_ptr_array_add (
            errors,
            g_strdup_printf (_ ("“%s” does not lie on this computer. Save it here first."), name));
    }
  return g_strv_builder_end (builder);
}

static Job *
job_new (LedgerSession *session, const char *issue_id, const char *measure_id, GListModel *files)
{
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (session);
  job->issue_id = g_strdup (issue_id);
  job->measure_id = g_strdup (measure_id);
  job->same = g_ptr_array_new_with_free_func (g_free);
  job->errors = g_ptr_array_new_with_free_func (g_free);
  job->paths = list_paths (files, job->errors);
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
  Desk *desk = ensure_desk (near, session);
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (issue_id != NULL && document != NULL);
  if (g_list_model_get_n_items (files) == 0 || is_refused (session))
    return;
  job = job_new (session, issue_id, measure_id, files);
  g_ptr_array_add (desk->jobs, job);
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
                               TRUE,
                               on_chosen,
                               choice);
}

gboolean
ledger_evidence_attach_is_running (LedgerSession *session)
{
  Desk *desk = g_object_get_data (G_OBJECT (session), DESK_KEY);

  return desk != NULL && desk->jobs->len > 0;
}
