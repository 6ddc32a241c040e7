/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-sample.h"
#include "ledger-window-opening.h"

#define FOLDER_KEY "sample-folder"

/* The folder of a sample with all that lies in it: goes with its window. */
static void
remove_folder (gpointer data)
{
  char *folder = data;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static char *
dup_path (const char *folder)
{
  g_autofree char *name = g_strconcat (_ ("Sample ledger"), ".zgl", NULL);

  return g_build_filename (folder, name, NULL);
}

/* Takes FOLDER. */
static void
show (LedgerWindow *window, char *folder)
{
  g_autofree char *path = dup_path (folder);

  g_object_set_data_full (G_OBJECT (window), FOLDER_KEY, folder, remove_folder);
  ledger_window_opening_show (window, path);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = dup_path (data);
  GError *error = NULL;

  if (ledger_sample_make (path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerTaskQueue) queue = data;
  LedgerWindow *window = LEDGER_WINDOW (source);
  LedgerSession *session = ledger_window_get_session (window);
  char *folder = g_strdup (g_task_get_task_data (G_TASK (result)));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      remove_folder (folder);
      ledger_session_show_error (session, error);
      return;
    }
  if (ledger_window_get_document (window) != NULL)
    {
      window = ledger_window_new (gtk_window_get_application (GTK_WINDOW (window)),
                                  ledger_session_get_settings (session));
      gtk_window_present (GTK_WINDOW (window));
    }
  show (window, folder);
}

/* It lies around today, so it is made when it is asked for: in a thread, for it takes seconds. */
void
ledger_window_sample_open (LedgerWindow *window)
{
  LedgerSession *session = ledger_window_get_session (window);
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("zhenggai-XXXXXX", &error);
  LedgerTaskQueue *queue;
  g_autoptr (GTask) task = NULL;

  if (folder == NULL)
    {
      ledger_session_show_error (session, error);
      return;
    }
  queue = ledger_task_queue_new ("ledger-sample");
  task = g_task_new (window, NULL, on_made, queue);
  g_task_set_task_data (task, folder, g_free);
  ledger_task_queue_push (queue, task, run);
  ledger_session_toast (session, _ ("Preparing the sample ledger"), NULL, NULL, NULL);
}

gboolean
ledger_window_sample_open_copy (LedgerWindow *window, const char *path, GError **error)
{
  char *folder = g_dir_make_tmp ("zhenggai-XXXXXX", error);
  g_autofree char *copy = folder != NULL ? dup_path (folder) : NULL;

  if (folder == NULL)
    return FALSE;
  if (!ledger_window_opening_copy (path, copy, error))
    {
      remove_folder (folder);
      return FALSE;
    }
  show (window, folder);
  return TRUE;
}

void
ledger_window_sample_start_anew (LedgerWindow *window)
{
  LedgerSettings *settings = ledger_session_get_settings (ledger_window_get_session (window));
  LedgerWindow *other =
      ledger_window_new (gtk_window_get_application (GTK_WINDOW (window)), settings);

  gtk_window_present (GTK_WINDOW (other));
}
