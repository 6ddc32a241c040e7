/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-restore.h"

#include <glib/gi18n-lib.h>

#include "ledger-reading.h"
#include "ledger-toolkit.h"

#define ANSWER_RESTORE "restore"

typedef struct
{
  LedgerWindow *window;
  char *path;
  char *backup;
  char *aside;
} Restore;

static Restore *
restore_new (LedgerWindow *window, const char *path)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->window = g_object_ref (window);
  restore->path = g_strdup (path);
  return restore;
}

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_object_unref (restore->window);
  g_free (restore->path);
  g_free (restore->backup);
  g_free (restore->aside);
  g_free (restore);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restore, restore_free)

static void
run_restore (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restore *restore = data;
  GError *error = NULL;

  if (ledger_store_restore (
          restore->backup, restore->path, ledger_reading_get_default (), &restore->aside, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerTaskQueue) queue = data;
  const Restore *restore = g_task_get_task_data (G_TASK (result));
  LedgerWindow *window = LEDGER_WINDOW (source);
  g_autoptr (GFile) file = g_file_new_for_path (restore->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *text = NULL;

  /* Nothing was replaced where it failed: what was open comes back. */
  g_task_propagate_boolean (G_TASK (result), &error);
  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    return;
  ledger_window_open_file (window, file, NULL, NULL);
  if (error != NULL)
    {
      ledger_session_show_error (ledger_window_get_session (window), error);
      return;
    }
  if (restore->aside == NULL)
    return;
  name = g_path_get_basename (restore->aside);
  text = g_strdup_printf (_ ("Restored from the backup; the former file is kept as %s"), name);
  ledger_session_toast (ledger_window_get_session (window), text, NULL, NULL, NULL);
}

/* A ledger that is open cannot be replaced: its window gives way to one without. */
static LedgerWindow *
make_way (LedgerWindow *window)
{
  LedgerWindow *other;

  if (ledger_window_get_document (window) == NULL)
    return window;
  other = ledger_window_new (gtk_window_get_application (GTK_WINDOW (window)),
                             ledger_session_get_settings (ledger_window_get_session (window)));
  gtk_window_present (GTK_WINDOW (other));
  /* What is half typed is still written: it will be in the file that is kept. */
  ledger_toolkit_leave_focus (GTK_WIDGET (window));
  gtk_window_destroy (GTK_WINDOW (window));
  return other;
}

static void
on_restore_answered (const char *answer, gpointer data)
{
  g_autoptr (Restore) restore = data;
  LedgerTaskQueue *queue;
  g_autoptr (GTask) task = NULL;
  LedgerWindow *window;

  if (g_strcmp0 (answer, ANSWER_RESTORE) != 0)
    return;
  window = make_way (restore->window);
  queue = ledger_task_queue_new ("ledger-restore");
  task = g_task_new (window, NULL, on_restored, queue);
  g_set_object (&restore->window, window);
  g_task_set_task_data (task, g_steal_pointer (&restore), restore_free);
  ledger_task_queue_push (queue, task, run_restore);
}

void
ledger_window_restore_from (LedgerWindow *window, const char *path, const char *backup)
{
  Restore *restore = restore_new (window, path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *backup_name = g_path_get_basename (backup);
  g_autofree char *title =
      g_strdup_printf (_ ("Put “%s” in the place of “%s”?"), backup_name, name);
  g_autofree char *text = g_strdup_printf (
      _ ("The backup is checked first. “%s” of now is kept beside it under another name."), name);
  const char *const answers[] = { ANSWER_RESTORE, _ ("Restore the backup"), NULL };

  restore->backup = g_strdup (backup);
  ledger_toolkit_ask (GTK_WINDOW (window), title, text, answers, on_restore_answered, restore);
}

static void
on_backup_chosen (GFile *file, gpointer data)
{
  g_autoptr (Restore) restore = data;
  g_autofree char *backup = file != NULL ? g_file_get_path (file) : NULL;

  if (backup != NULL)
    ledger_window_restore_from (restore->window, restore->path, backup);
}

void
ledger_window_restore (LedgerWindow *window, const char *path)
{
  ledger_toolkit_choose_file (GTK_WINDOW (window),
                              _ ("Restore from a backup"),
                              _ ("Choose"),
                              LEDGER_FILES_LEDGER,
                              on_backup_chosen,
                              restore_new (window, path));
}
