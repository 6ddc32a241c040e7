/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-opening.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-error.h"
#include "ledger-person.h"
#include "ledger-place.h"
#include "ledger-sample-folder.h"
#include "ledger-toolkit.h"
#include "ledger-window-care.h"
#include "ledger-window-damage.h"
#include "ledger-window-private.h"
#include "ledger-window-restore.h"

/* Seconds: whoever opens a ledger wants to see it first. */
#define CARE_DELAY 60

#define FOLDER_KEY "sample-folder"

#define ANSWER_READ "read"
#define ANSWER_RESULT "result"
#define ANSWER_RESTORE "restore"

/* A file on its way to a window, with what is done once it is there. */
typedef struct
{
  LedgerWindow *window;
  LedgerWindow *former;      /* shows the same and goes once WINDOW does, or NULL */
  GApplication *application; /* lives until then, whether the window does or not */
  LedgerTaskQueue *queue;
  char *from; /* copied to PATH before; NULL: it lies there */
  char *path;
  LedgerOpeningWay way;
  char *report; /* of the damage that a person knows of, or NULL */
  char *person;
  char *toast;
  LedgerOpenedFile *opened; /* NULL: not yet */
} Arrival;

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_clear_pointer (&arrival->opened, ledger_opened_file_free);
  g_clear_object (&arrival->queue);
  g_clear_object (&arrival->window);
  g_clear_object (&arrival->former);
  if (arrival->application != NULL)
    g_application_release (arrival->application);
  g_clear_object (&arrival->application);
  g_free (arrival->from);
  g_free (arrival->path);
  g_free (arrival->report);
  g_free (arrival->person);
  g_free (arrival->toast);
  g_free (arrival);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, arrival_free)

static LedgerWindow *find_free_window (LedgerWindow *window);
static void open_in (LedgerWindow *window, Arrival *arrival);

/* --- what is said --- */

static void
tell_why (LedgerWindow *window, const LedgerOpenedFile *opened)
{
  const gboolean copy = ledger_place_of (opened->path) != LEDGER_PLACE_LOCAL;

  ledger_session_set_notice (ledger_window_get_session (window),
                             LEDGER_NOTICE_PLACE,
                             opened->why,
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

/* Who sits there and what is said, once there is a ledger. */
static void
greet (const Arrival *arrival)
{
  LedgerSession *session = ledger_window_get_session (arrival->window);

  if (arrival->person != NULL)
    set_person_by_name (session, arrival->person);
  if (arrival->toast != NULL)
    ledger_session_toast_undo (session, arrival->toast);
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
open_damaged (const Damaged *damaged)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->path = g_strdup (damaged->path);
  arrival->way = LEDGER_OPENING_DAMAGED;
  arrival->report = g_strdup (damaged->report);
  open_in (find_free_window (damaged->window), arrival);
}

static void
on_damage_answered (const char *answer, gpointer data)
{
  g_autoptr (Damaged) damaged = data;

  if (g_strcmp0 (answer, ANSWER_RESTORE) == 0)
    ledger_window_restore (damaged->window, damaged->path);
  else if (g_strcmp0 (answer, ANSWER_RESULT) == 0)
    ledger_window_damage_examine (damaged->window, damaged->path, damaged->report, TRUE);
  else if (g_strcmp0 (answer, ANSWER_READ) == 0)
    open_damaged (damaged);
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
static void
ask_later (LedgerWindow *window, const LedgerOpenedFile *opened)
{
  Damaged *damaged = g_new0 (Damaged, 1);

  damaged->window = g_object_ref (window);
  damaged->path = g_strdup (opened->path);
  damaged->report = g_strdup (opened->error->message);
  damaged->readable = opened->readable;
  g_idle_add (ask_about_damage, damaged);
}

/* The strip of a window that shows a ledger is about that one. */
static void
tell_failure (LedgerWindow *window, const LedgerOpenedFile *opened)
{
  if (g_error_matches (opened->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (opened->error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
    ask_later (window, opened);
  else if (ledger_window_get_document (window) != NULL)
    ledger_session_show_error (ledger_window_get_session (window), opened->error);
  else
    ledger_session_set_notice (ledger_window_get_session (window),
                               LEDGER_NOTICE_DAMAGED,
                               opened->error->message,
                               NULL,
                               NULL,
                               NULL);
}

/* --- into the window --- */

static void
take (LedgerWindow *window, LedgerOpenedFile *opened)
{
  if (opened->folder != NULL)
    g_object_set_data_full (G_OBJECT (window),
                            FOLDER_KEY,
                            g_steal_pointer (&opened->folder),
                            ledger_sample_folder_remove);
  ledger_window_take_document (window, opened->document);
}

static void
look_after (LedgerWindow *window, const LedgerOpenedFile *opened, const char *report)
{
  if (report != NULL)
    ledger_window_damage_examine (window, opened->path, report, FALSE);
  else if (opened->why != NULL)
    tell_why (window, opened);
  else
    ledger_window_care_begin (window, CARE_DELAY);
}

void
ledger_window_opening_show (LedgerWindow *window, LedgerOpenedFile *opened)
{
  if (opened->document == NULL)
    tell_failure (window, opened);
  else
    {
      ledger_document_settle (opened->document);
      take (window, opened);
      ledger_window_show_first_page (window);
      look_after (window, opened, NULL);
    }
  ledger_opened_file_free (opened);
}

static gboolean
is_closed (LedgerWindow *window)
{
  return gtk_window_get_application (GTK_WINDOW (window)) == NULL;
}

static void
take_size (LedgerWindow *window, LedgerWindow *other)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (other), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (gtk_window_is_maximized (GTK_WINDOW (other)))
    gtk_window_maximize (GTK_WINDOW (window));
}

/* Itself, or another where it has a ledger or is about to have one. */
static LedgerWindow *
find_free_window (LedgerWindow *window)
{
  LedgerWindow *other;

  if (ledger_window_get_document (window) == NULL && !ledger_window_is_waiting (window))
    return window;
  other = ledger_window_new (gtk_window_get_application (GTK_WINDOW (window)),
                             ledger_session_get_settings (ledger_window_get_session (window)));
  take_size (other, window);
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

/* Before anything is drawn. */
static gboolean
show_arrived (gpointer data)
{
  const Arrival *arrival = data;

  if (is_closed (arrival->window))
    return G_SOURCE_REMOVE;
  ledger_window_show_first_page (arrival->window);
  greet (arrival);
  return G_SOURCE_REMOVE;
}

/* What is half typed is still written. */
static void
give_place (LedgerWindow *former)
{
  ledger_toolkit_leave_focus (GTK_WIDGET (former));
  gtk_window_destroy (GTK_WINDOW (former));
}

/* The window may have been closed meanwhile, or have got another ledger. */
static void
arrive (LedgerWindow *self, gpointer data)
{
  Arrival *arrival = data;

  if (arrival->queue != NULL)
    ledger_window_end_waiting (self);
  if (is_closed (self))
    {
      arrival_free (arrival);
      return;
    }
  g_set_object (&arrival->window, find_free_window (self));
  take (arrival->window, arrival->opened);
  look_after (arrival->window, arrival->opened, arrival->report);
  if (arrival->former != NULL)
    give_place (arrival->former);
  g_idle_add_full (G_PRIORITY_DEFAULT, show_arrived, arrival, arrival_free);
}

/* --- on the thread --- */

/* Of a copy that nobody waits for any more nothing stays. */
static LedgerOpenedFile *
read_copy (const Arrival *arrival, GCancellable *cancellable)
{
  LedgerOpenedFile *opened;
  GError *error = NULL;

  if (ledger_opened_file_copy (arrival->from, arrival->path, cancellable, &error))
    {
      opened = ledger_opened_file_read (arrival->path, arrival->way, cancellable);
      if (g_error_matches (opened->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_unlink (arrival->path);
      return opened;
    }
  opened = g_new0 (LedgerOpenedFile, 1);
  opened->path = g_strdup (arrival->path);
  opened->error = error;
  return opened;
}

static LedgerOpenedFile *
read_file (const Arrival *arrival, GCancellable *cancellable)
{
  if (arrival->from != NULL)
    return read_copy (arrival, cancellable);
  return ledger_opened_file_read (arrival->path, arrival->way, cancellable);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (
      task, read_file (data, cancellable), (GDestroyNotify)ledger_opened_file_free);
}

static void
give_up (Arrival *arrival)
{
  ledger_window_end_waiting (arrival->window);
  if (!is_closed (arrival->window) && ledger_window_get_page (arrival->window) != NULL)
    ledger_page_take_focus (ledger_window_get_page (arrival->window));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Arrival) arrival = data;
  LedgerWindow *window = arrival->window;

  arrival->opened = g_task_propagate_pointer (G_TASK (result), NULL);
  g_clear_object (&window->opening);
  if (arrival->opened == NULL || arrival->opened->document == NULL || is_closed (window))
    {
      give_up (arrival);
      if (arrival->opened != NULL && arrival->opened->document == NULL && !is_closed (window))
        tell_failure (window, arrival->opened);
      return;
    }
  ledger_document_settle (arrival->opened->document);
  ledger_window_clear (window, arrive, g_steal_pointer (&arrival));
}

/* Takes ARRIVAL. */
static void
open_in (LedgerWindow *window, Arrival *arrival)
{
  g_autofree char *name = g_path_get_basename (arrival->path);
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”"), name);
  g_autoptr (GTask) task = NULL;

  window->opening = g_cancellable_new ();
  task = g_task_new (NULL, window->opening, on_opened, arrival);
  /* What was read comes back, cancelled or not: somebody must close it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, arrival, NULL);
  arrival->window = g_object_ref (window);
  arrival->application =
      G_APPLICATION (g_object_ref (gtk_window_get_application (GTK_WINDOW (window))));
  g_application_hold (arrival->application);
  arrival->queue = ledger_task_queue_new ("ledger-opening");
  ledger_window_begin_waiting (window, text);
  ledger_task_queue_push (arrival->queue, task, run);
}

/* --- the front --- */

gboolean
ledger_window_opening_cancel (LedgerWindow *window)
{
  if (window->opening == NULL)
    return FALSE;
  g_cancellable_cancel (window->opening);
  return TRUE;
}

void
ledger_window_open_file (LedgerWindow *self, GFile *file, const char *person, const char *toast)
{
  Arrival *arrival;

  /* It was closed while a job made the file. */
  if (is_closed (self))
    return;
  arrival = g_new0 (Arrival, 1);
  arrival->path = g_file_get_path (file);
  arrival->person = g_strdup (person);
  arrival->toast = g_strdup (toast);
  open_in (find_free_window (self), arrival);
}

void
ledger_window_opening_copy_here (LedgerWindow *window, const char *from, const char *to)
{
  Arrival *arrival;

  g_return_if_fail (!ledger_window_is_waiting (window));

  arrival = g_new0 (Arrival, 1);
  arrival->from = g_strdup (from);
  arrival->path = g_strdup (to);
  arrival->former = g_object_ref (window);
  open_in (window, arrival);
}

static void
arrive_with (LedgerWindow *window, LedgerOpenedFile *opened, const char *person, const char *toast)
{
  Arrival *arrival;

  if (is_closed (window))
    {
      ledger_opened_file_free (opened);
      return;
    }
  arrival = g_new0 (Arrival, 1);
  arrival->window = g_object_ref (window);
  arrival->opened = opened;
  arrival->person = g_strdup (person);
  arrival->toast = g_strdup (toast);
  ledger_window_clear (window, arrive, arrival);
}

void
ledger_window_opening_arrive (LedgerWindow *window, LedgerOpenedFile *opened)
{
  if (opened->document != NULL)
    {
      ledger_document_settle (opened->document);
      arrive_with (window, opened, NULL, NULL);
      return;
    }
  tell_failure (window, opened);
  ledger_opened_file_free (opened);
}

void
ledger_window_show_ledger (LedgerWindow *self,
                           LedgerDocument *document,
                           const char *person,
                           const char *toast)
{
  LedgerOpenedFile *opened = g_new0 (LedgerOpenedFile, 1);

  opened->path = g_strdup (ledger_document_get_path (document));
  opened->document = g_object_ref (document);
  arrive_with (self, opened, person, toast);
}
