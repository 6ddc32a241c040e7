/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-opening.h"

#include <glib/gi18n-lib.h>

#include "ledger-error.h"
#include "ledger-person.h"
#include "ledger-place.h"
#include "ledger-reading.h"
#include "ledger-sample.h"
#include "ledger-toolkit.h"
#include "ledger-window-care.h"
#include "ledger-window-private.h"
#include "ledger-window-sample.h"

/* Seconds: whoever opens a ledger wants to see it first. */
#define CARE_DELAY 60

#define ANSWER_READ "read"
#define ANSWER_RESTORE "restore"

/* --- opening --- */

static char *
describe_place (const char *path)
{
  switch (ledger_place_of (path))
    {
    case LEDGER_PLACE_REMOVABLE:
      return g_strdup (_ ("Opened read-only: the ledger lies on a USB stick, where working on it "
                          "directly damages it easily."));
    case LEDGER_PLACE_NETWORK:
      return g_strdup (_ ("Opened read-only: the ledger lies on a network share, where working on "
                          "it directly damages it easily."));
    case LEDGER_PLACE_LOCAL:
    case LEDGER_PLACE_READ_ONLY:
    default:
      return NULL;
    }
}

/* Where the ledger cannot be written as it lies there (LOG 13), or a newer program wrote it, it is
 * shown all the same: *WHY is then the sentence for the strip. */
static LedgerDocument *
open_document (const char *path, char **why, GError **error)
{
  g_autoptr (GError) failure = NULL;
  LedgerDocument *document = ledger_document_open (path, LEDGER_DOCUMENT_WINDOW, &failure);

  if (document != NULL)
    return document;
  if (g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED))
    *why = describe_place (path);
  else if (g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_NEWER))
    *why = g_strdup (_ ("Opened read-only: the ledger was written by a newer version of this "
                        "program."));
  if (*why != NULL)
    document = ledger_document_open (path, LEDGER_DOCUMENT_READ, NULL);
  if (document == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return document;
}

static void
tell_why (LedgerWindow *window, const char *why, const char *path)
{
  const gboolean copy = ledger_place_of (path) != LEDGER_PLACE_LOCAL;

  ledger_session_set_notice (ledger_window_get_session (window),
                             LEDGER_NOTICE_PLACE,
                             why,
                             copy ? _ ("Copy here and open") : NULL,
                             copy ? "win.copy-here" : NULL,
                             NULL);
}

static void
set_person_by_name (LedgerSession *session, const char *name)
{
  LedgerRecord *person = ledger_document_find_name (
      ledger_session_get_document (session), ledger_person_record_type.name, name);

  if (person != NULL)
    ledger_session_set_person (session, ledger_record_get_id (person), NULL);
  else
    ledger_session_set_person (session, NULL, name);
}

/* --- damage --- */

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
  g_autoptr (LedgerDocument) document = NULL;

  if (g_strcmp0 (answer, ANSWER_RESTORE) == 0)
    ledger_window_opening_restore (damaged->window, damaged->path);
  if (g_strcmp0 (answer, ANSWER_READ) != 0 || ledger_window_get_document (damaged->window) != NULL)
    return;
  document = ledger_document_open (damaged->path, LEDGER_DOCUMENT_READ, NULL);
  if (document == NULL)
    return;
  ledger_window_set_document (damaged->window, document);
  ledger_session_set_notice (ledger_window_get_session (damaged->window),
                             LEDGER_NOTICE_DAMAGED,
                             damaged->report,
                             _ ("Restore from a backup…"),
                             "win.restore",
                             NULL);
}

static gboolean
ask_about_damage (gpointer data)
{
  Damaged *damaged = data;
  g_autofree char *name = g_path_get_basename (damaged->path);
  g_autofree char *title = g_strdup_printf (_ ("“%s” is damaged"), name);
  const char *const both[] = {
    ANSWER_READ, _ ("Open read-only"), ANSWER_RESTORE, _ ("Restore from a backup…"), NULL
  };

  ledger_toolkit_ask (GTK_WINDOW (damaged->window),
                      title,
                      damaged->report,
                      damaged->readable ? both : both + 2,
                      on_damage_answered,
                      damaged);
  return G_SOURCE_REMOVE;
}

/* In an idle: the window may not be on the screen yet, and a question needs one to lie over. */
static void
tell_damage (LedgerWindow *window, const char *path, const GError *error)
{
  Damaged *damaged = g_new0 (Damaged, 1);
  g_autoptr (LedgerDocument) readable = ledger_document_open (path, LEDGER_DOCUMENT_READ, NULL);

  if (readable != NULL)
    ledger_document_close (readable);
  damaged->window = g_object_ref (window);
  damaged->path = g_strdup (path);
  damaged->report = g_strdup (error->message);
  damaged->readable = readable != NULL;
  g_idle_add (ask_about_damage, damaged);
}

/* --- restoring --- */

typedef struct
{
  LedgerWindow *window;
  char *path;
  char *backup;
  char *aside;
} Restore;

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

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      ledger_session_set_notice (ledger_window_get_session (window),
                                 LEDGER_NOTICE_DAMAGED,
                                 error->message,
                                 NULL,
                                 NULL,
                                 NULL);
      return;
    }
  ledger_window_open_file (window, file, NULL, NULL);
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

static void
on_backup_chosen (GListModel *files, gpointer data)
{
  g_autoptr (Restore) restore = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *name = g_path_get_basename (restore->path);
  g_autofree char *backup_name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *title = NULL, *text = NULL;
  const char *const answers[] = { ANSWER_RESTORE, _ ("Restore"), NULL };
  LedgerWindow *window = restore->window;

  if (file == NULL)
    return;
  restore->backup = g_file_get_path (file);
  title = g_strdup_printf (_ ("Put “%s” in the place of “%s”?"), backup_name, name);
  text = g_strdup_printf (
      _ ("The backup is checked first. “%s” of now is kept beside it under another name."), name);
  ledger_toolkit_ask (
      GTK_WINDOW (window), title, text, answers, on_restore_answered, g_steal_pointer (&restore));
}

void
ledger_window_opening_restore (LedgerWindow *window, const char *path)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->window = g_object_ref (window);
  restore->path = g_strdup (path);
  ledger_toolkit_choose_files (GTK_WINDOW (window),
                               _ ("Restore from a backup"),
                               _ ("Choose"),
                               LEDGER_FILES_LEDGER,
                               FALSE,
                               on_backup_chosen,
                               restore);
}

/* --- the front --- */

gboolean
ledger_window_opening_copy (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  if (!g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    return FALSE;
  g_file_set_attribute_uint32 (
      target, G_FILE_ATTRIBUTE_UNIX_MODE, 0600, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return TRUE;
}

void
ledger_window_opening_show (LedgerWindow *window, const char *path)
{
  g_autofree char *why = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = open_document (path, &why, &error);

  if (document == NULL)
    {
      if (g_error_matches (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
        tell_damage (window, path, error);
      else
        ledger_session_set_notice (ledger_window_get_session (window),
                                   LEDGER_NOTICE_DAMAGED,
                                   error->message,
                                   NULL,
                                   NULL,
                                   NULL);
      return;
    }
  ledger_window_set_document (window, document);
  if (why != NULL)
    tell_why (window, why, path);
  else
    ledger_window_care_begin (window, CARE_DELAY);
}

void
ledger_window_opening_take (LedgerWindow *window, LedgerDocument *document)
{
  ledger_window_set_document (window, document);
  ledger_window_care_begin (window, CARE_DELAY);
}

/* Who sits there and what is said, once there is a ledger. */
static void
greet (LedgerWindow *window, const char *person, const char *toast)
{
  LedgerSession *session = ledger_window_get_session (window);

  if (ledger_session_get_document (session) == NULL)
    return;
  if (person != NULL)
    set_person_by_name (session, person);
  if (toast != NULL)
    ledger_session_toast_undo (session, toast);
}

/* Itself, or another where it has a ledger. */
static LedgerWindow *
find_free_window (LedgerWindow *window)
{
  LedgerWindow *other;

  if (ledger_window_get_document (window) == NULL)
    return window;
  other = ledger_window_new (gtk_window_get_application (GTK_WINDOW (window)),
                             ledger_session_get_settings (ledger_window_get_session (window)));
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

void
ledger_window_open_file (LedgerWindow *self, GFile *file, const char *person, const char *toast)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  LedgerWindow *window = find_free_window (self);

  if (!ledger_sample_is_at (path))
    ledger_window_opening_show (window, path);
  else if (!ledger_window_sample_open_copy (window, path, &error))
    ledger_session_show_error (ledger_window_get_session (window), error);
  greet (window, person, toast);
}

typedef struct
{
  LedgerWindow *window;
  LedgerDocument *document;
  char *person;
  char *toast;
} Arrival;

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_object_unref (arrival->window);
  g_object_unref (arrival->document);
  g_free (arrival->person);
  g_free (arrival->toast);
  g_free (arrival);
}

static gboolean
is_closed (LedgerWindow *window)
{
  return gtk_window_get_application (GTK_WINDOW (window)) == NULL;
}

/* Before anything is drawn. */
static gboolean
show_arrived (gpointer data)
{
  const Arrival *arrival = data;

  if (is_closed (arrival->window))
    return G_SOURCE_REMOVE;
  ledger_window_show_first_page (arrival->window);
  greet (arrival->window, arrival->person, arrival->toast);
  return G_SOURCE_REMOVE;
}

/* The window may have been closed meanwhile, or have got another ledger. */
static void
arrive (LedgerWindow *self, gpointer data)
{
  Arrival *arrival = data;

  if (is_closed (self))
    {
      arrival_free (arrival);
      return;
    }
  g_set_object (&arrival->window, find_free_window (self));
  ledger_window_take_document (arrival->window, arrival->document);
  ledger_window_care_begin (arrival->window, CARE_DELAY);
  g_idle_add_full (G_PRIORITY_DEFAULT, show_arrived, arrival, arrival_free);
}

void
ledger_window_show_ledger (LedgerWindow *self,
                           LedgerDocument *document,
                           const char *person,
                           const char *toast)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->window = g_object_ref (self);
  arrival->document = g_object_ref (document);
  arrival->person = g_strdup (person);
  arrival->toast = g_strdup (toast);
  ledger_window_clear (self, arrive, arrival);
}
