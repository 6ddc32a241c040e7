/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-damage.h"

#include <glib/gi18n-lib.h>

#include "ledger-check-window.h"
#include "ledger-damage-words.h"
#include "ledger-reading.h"
#include "ledger-task-queue.h"
#include "ledger-toolkit.h"
#include "ledger-window-opening.h"
#include "ledger-window-private.h"
#include "ledger-window-restore.h"

#define EXAMINING_KEY "damage-examining"

#define ANSWER_READ "read"
#define ANSWER_RESULT "result"
#define ANSWER_RESTORE "restore"

static void
on_show_result (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *window = data;

  ledger_check_window_present (GTK_WINDOW (window),
                               ledger_window_get_session (window),
                               g_object_get_data (G_OBJECT (action), "damages"));
}

static void
on_restore (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_restore (data, g_object_get_data (G_OBJECT (action), "path"));
}

static void
add_action (GSimpleActionGroup *group, GSimpleAction *action, GCallback activate, gpointer window)
{
  g_signal_connect (action, "activate", activate, window);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  g_object_unref (action);
}

/* 从备份恢复 of WINDOW is about PATH, and 查看结果 shows DAMAGES (NULL: none known), from now on.
 */
static void
offer_result (LedgerWindow *window, const char *path, GPtrArray *damages)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GSimpleAction *restore = g_simple_action_new ("restore", NULL);

  g_object_set_data_full (G_OBJECT (restore), "path", g_strdup (path), g_free);
  add_action (group, restore, G_CALLBACK (on_restore), window);
  if (damages != NULL)
    {
      GSimpleAction *show = g_simple_action_new ("show-result", NULL);

      g_object_set_data_full (
          G_OBJECT (show), "damages", g_ptr_array_ref (damages), (GDestroyNotify)g_ptr_array_unref);
      add_action (group, show, G_CALLBACK (on_show_result), window);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (window), "damage", G_ACTION_GROUP (group));
}

static void
tell_with_result (LedgerWindow *window, const char *text)
{
  ledger_session_set_notice (ledger_window_get_session (window),
                             LEDGER_NOTICE_DAMAGED,
                             text,
                             _ ("See the result"),
                             "damage.show-result",
                             NULL);
}

/* For the strip of a window that shows the ledger. */
static char *
dup_sentence (LedgerWindow *window, const GPtrArray *damages)
{
  LedgerDocument *document = ledger_window_get_document (window);
  g_autofree char *first = ledger_damage_words_describe (document, g_ptr_array_index (damages, 0));

  if (!ledger_document_is_read_only (document))
    return g_steal_pointer (&first);
  /* Translators: the first fault as a sentence */
  return g_strdup_printf (_ ("The ledger did not pass its check and is open read-only. %s"), first);
}

void
ledger_window_damage_tell (LedgerWindow *window, const char *path, GPtrArray *damages)
{
  g_autofree char *text = dup_sentence (window, damages);

  offer_result (window, path, damages);
  tell_with_result (window, text);
}

gulong
ledger_window_damage_cancel_with (LedgerWindow *window, GCancellable *cancellable)
{
  return g_signal_connect_data (window,
                                "destroy",
                                G_CALLBACK (g_cancellable_cancel),
                                g_object_ref (cancellable),
                                (GClosureNotify)(void (*) (void))g_object_unref,
                                G_CONNECT_SWAPPED);
}

/* --- looking for all that is wrong --- */

typedef struct
{
  char *path;
  char *report;
  gboolean present;
  LedgerTaskQueue *queue;
  gulong destroyed;
} Examination;

static void
examination_free (gpointer data)
{
  Examination *examination = data;

  g_free (examination->path);
  g_free (examination->report);
  g_object_unref (examination->queue);
  g_free (examination);
}

static void
run_examination (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Examination *examination = data;
  GError *error = NULL;
  g_autoptr (LedgerStore) store = ledger_store_open (
      examination->path, ledger_reading_get_default (), LEDGER_STORE_READ, &error);
  GPtrArray *damages =
      store != NULL ? ledger_store_verify (store, NULL, cancellable, &error) : NULL;

  if (damages != NULL)
    g_task_return_pointer (task, damages, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_found (LedgerWindow *window, const Examination *examination, GPtrArray *damages)
{
  LedgerSession *session = ledger_window_get_session (window);
  g_autofree char *text = NULL;

  if (damages->len == 0)
    {
      if (examination->present)
        ledger_session_toast (
            session, _ ("No fault was found in the file as it is now"), NULL, NULL, NULL);
      return;
    }
  /* Where nothing is open the report of the opening goes on to stand there. */
  text = ledger_window_get_document (window) != NULL ? dup_sentence (window, damages)
                                                     : g_strdup (examination->report);
  offer_result (window, examination->path, damages);
  tell_with_result (window, text);
  if (examination->present)
    ledger_check_window_present (GTK_WINDOW (window), session, damages);
}

static void
on_examined (GObject *source, GAsyncResult *result, gpointer data)
{
  LedgerWindow *window = LEDGER_WINDOW (source);
  const Examination *examination = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) damages = g_task_propagate_pointer (G_TASK (result), &error);

  g_signal_handler_disconnect (window, examination->destroyed);
  g_object_set_data (G_OBJECT (window), EXAMINING_KEY, NULL);
  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    return;
  if (examination->present)
    {
      g_clear_object (&window->opening);
      ledger_window_end_waiting (window);
    }
  if (damages != NULL)
    show_found (window, examination, damages);
  else if (examination->present && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ledger_session_show_error (ledger_window_get_session (window), error);
}

static void
examine (LedgerWindow *window, const char *path, const char *report, gboolean present)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (window, cancellable, on_examined, NULL);
  Examination *examination;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Checking “%s”"), name);

  g_return_if_fail (!present || !ledger_window_is_waiting (window));
  if (g_object_get_data (G_OBJECT (window), EXAMINING_KEY) != NULL)
    return;
  g_object_set_data (G_OBJECT (window), EXAMINING_KEY, window);
  offer_result (window, path, NULL);
  ledger_session_set_notice (ledger_window_get_session (window),
                             LEDGER_NOTICE_DAMAGED,
                             report,
                             _ ("Restore from a backup…"),
                             "damage.restore",
                             NULL);
  examination = g_new0 (Examination, 1);
  examination->path = g_strdup (path);
  examination->report = g_strdup (report);
  examination->present = present;
  examination->queue = ledger_task_queue_new ("ledger-examination");
  examination->destroyed = ledger_window_damage_cancel_with (window, cancellable);
  g_task_set_task_data (task, examination, examination_free);
  if (present)
    {
      window->opening = g_object_ref (cancellable);
      ledger_window_begin_waiting (window, text);
    }
  ledger_task_queue_push (examination->queue, task, run_examination);
}

void
ledger_window_damage_examine (LedgerWindow *window, const char *path, const char *report)
{
  examine (window, path, report, FALSE);
}

void
ledger_window_damage_show_result (LedgerWindow *window, const char *path, const char *report)
{
  examine (window, path, report, TRUE);
}

/* A table that is wanted for the first time cannot be read. */
static void
on_damage (LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  const char *damage = document != NULL ? ledger_document_get_damage (document) : NULL;

  if (damage != NULL)
    ledger_window_damage_examine (window, ledger_document_get_path (document), damage);
}

void
ledger_window_damage_watch (LedgerWindow *window)
{
  g_signal_connect_object (ledger_window_get_document (window),
                           "notify::damage",
                           G_CALLBACK (on_damage),
                           window,
                           G_CONNECT_SWAPPED);
  on_damage (window);
}

/* --- a file that is damaged --- */

typedef struct
{
  LedgerWindow *window;
  char *path;
  char *report;
  gboolean readable;
} Damaged;

static void
damaged_free (gpointer data)
{
  Damaged *damaged = data;

  g_object_unref (damaged->window);
  g_free (damaged->path);
  g_free (damaged->report);
  g_free (damaged);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Damaged, damaged_free)

static void
on_damage_answered (const char *answer, gpointer data)
{
  g_autoptr (Damaged) damaged = data;

  if (g_strcmp0 (answer, ANSWER_RESTORE) == 0)
    ledger_window_restore (damaged->window, damaged->path);
  else if (g_strcmp0 (answer, ANSWER_RESULT) == 0)
    ledger_window_damage_show_result (damaged->window, damaged->path, damaged->report);
  else if (g_strcmp0 (answer, ANSWER_READ) == 0)
    ledger_window_opening_open_damaged (damaged->window, damaged->path, damaged->report);
}

static gboolean
ask_about_damage (gpointer data)
{
  Damaged *damaged = data;
  g_autofree char *name = g_path_get_basename (damaged->path);
  g_autofree char *title = g_strdup_printf (_ ("“%s” is damaged"), name);
  const char *const all[] = {
    ANSWER_READ,    _ ("Open read-only"),         ANSWER_RESULT, _ ("See the result"),
    ANSWER_RESTORE, _ ("Restore from a backup…"), NULL
  };

  ledger_toolkit_ask (GTK_WINDOW (damaged->window),
                      title,
                      damaged->report,
                      damaged->readable ? all : all + 2,
                      on_damage_answered,
                      damaged);
  return G_SOURCE_REMOVE;
}

/* In an idle: the window may not be on the screen yet, and a question needs one to lie over. */
void
ledger_window_damage_ask (LedgerWindow *window, const LedgerOpenedFile *opened)
{
  Damaged *damaged = g_new0 (Damaged, 1);

  damaged->window = g_object_ref (window);
  damaged->path = g_strdup (opened->path);
  damaged->report = g_strdup (opened->error->message);
  damaged->readable = opened->readable;
  g_idle_add (ask_about_damage, damaged);
}
