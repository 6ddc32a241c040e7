/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-sample.h"

#include <glib/gi18n-lib.h>

#include "ledger-sample-folder.h"
#include "ledger-sample.h"
#include "ledger-window-opening.h"
#include "ledger-window-private.h"

/* Takes FOLDER. */
static LedgerOpenedFile *
open_made (char *folder)
{
  g_autofree char *path = ledger_sample_folder_dup_path (folder);
  LedgerOpenedFile *opened = ledger_opened_file_read (path, LEDGER_OPENING_IN_PLACE, NULL);

  opened->folder = folder;
  return opened;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *folder = ledger_sample_folder_new (&error);
  g_autofree char *path = folder != NULL ? ledger_sample_folder_dup_path (folder) : NULL;

  if (path != NULL && ledger_sample_make (path, &error))
    {
      g_task_return_pointer (task, open_made (folder), (GDestroyNotify)ledger_opened_file_free);
      return;
    }
  if (folder != NULL)
    ledger_sample_folder_remove (folder);
  g_task_return_error (task, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerTaskQueue) queue = data;
  LedgerWindow *window = LEDGER_WINDOW (source);
  g_autoptr (GApplication) application = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  LedgerOpenedFile *opened = g_task_propagate_pointer (G_TASK (result), &error);

  ledger_window_end_waiting (window);
  if (opened != NULL)
    ledger_window_opening_arrive (window, opened);
  else
    ledger_session_show_error (ledger_window_get_session (window), error);
  g_application_release (application);
}

/* It lies around today, so it is made when it is asked for: in a thread, for it takes seconds. */
void
ledger_window_sample_open (LedgerWindow *window)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  LedgerTaskQueue *queue = ledger_task_queue_new ("ledger-sample");
  g_autoptr (GTask) task = g_task_new (window, NULL, on_made, queue);

  /* Its folder is removed by this program, if the window is still there or not. */
  g_application_hold (application);
  g_task_set_task_data (task, g_object_ref (application), NULL);
  ledger_window_begin_waiting (window, _ ("Preparing the sample ledger"));
  ledger_task_queue_push (queue, task, run);
}

void
ledger_window_sample_start_anew (LedgerWindow *window)
{
  LedgerSettings *settings = ledger_session_get_settings (ledger_window_get_session (window));
  LedgerWindow *other =
      ledger_window_new (gtk_window_get_application (GTK_WINDOW (window)), settings);

  gtk_window_present (GTK_WINDOW (other));
}
