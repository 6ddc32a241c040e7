/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-opening.h"

#include <glib/gi18n-lib.h>

#include "ledger-error.h"
#include "ledger-person.h"
#include "ledger-place.h"
#include "ledger-sample-folder.h"
#include "ledger-toolkit.h"
#include "ledger-window-care.h"
#include "ledger-window-damage.h"
#include "ledger-window-private.h"

/* Seconds: whoever opens a ledger wants to see it first. */
#define CARE_DELAY 60

#define FOLDER_KEY "sample-folder"

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
  gboolean is_new;    /* made at PATH before, by AUTHOR */
  char *author;       /* NULL: whoever has logged in */
  GPtrArray *damages; /* LedgerDamage that a check has found in it, or NULL */
  char *report;       /* of the damage that a person knows of, or NULL */
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
  g_clear_pointer (&arrival->damages, g_ptr_array_unref);
  g_free (arrival->author);
  g_free (arrival->from);
  g_free (arrival->path);
  g_free (arrival->report);
  g_free (arrival->person);
  g_free (arrival->toast);
  g_free (arrival);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, arrival_free)

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

/* --- failure --- */

/* The strip of a window that shows a ledger is about that one. */
static void
tell_failure (LedgerWindow *window, const LedgerOpenedFile *opened)
{
  if (g_error_matches (opened->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (opened->error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
    ledger_window_damage_ask (window, opened);
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
look_after (LedgerWindow *window,
            const LedgerOpenedFile *opened,
            const char *report,
            GPtrArray *damages)
{
  if (damages != NULL)
    ledger_window_damage_tell (window, opened->path, damages);
  else if (report != NULL)
    ledger_window_damage_examine (window, opened->path, report);
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
      look_after (window, opened, NULL, NULL);
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
  look_after (arrival->window, arrival->opened, arrival->report, arrival->damages);
  if (arrival->former != NULL)
    give_place (arrival->former);
  g_idle_add_full (G_PRIORITY_DEFAULT, show_arrived, arrival, arrival_free);
}

/* --- on the thread --- */

static LedgerOpenedFile *
read_file (const Arrival *arrival, GCancellable *cancellable)
{
  if (arrival->from != NULL)
    return ledger_opened_file_read_copy (arrival->from, arrival->path, cancellable);
  if (arrival->is_new)
    return ledger_opened_file_create (arrival->path, arrival->author, cancellable);
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
  if (is_closed (arrival->window))
    return;
  if (ledger_window_get_page (arrival->window) != NULL)
    ledger_page_take_focus (ledger_window_get_page (arrival->window));
  if (arrival->opened == NULL || arrival->opened->document != NULL)
    return;
  if (arrival->is_new)
    ledger_session_show_error (ledger_window_get_session (arrival->window), arrival->opened->error);
  else
    tell_failure (arrival->window, arrival->opened);
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
  g_autofree char *text =
      g_strdup_printf (arrival->is_new ? _ ("Creating “%s”") : _ ("Opening “%s”"), name);
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
ledger_window_opening_open_damaged (LedgerWindow *window, const char *path, const char *report)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->path = g_strdup (path);
  arrival->way = LEDGER_OPENING_DAMAGED;
  arrival->report = g_strdup (report);
  open_in (find_free_window (window), arrival);
}

void
ledger_window_opening_create (LedgerWindow *window, const char *path)
{
  const char *author = ledger_session_get_person_name (ledger_window_get_session (window));
  Arrival *arrival;

  if (is_closed (window))
    return;
  arrival = g_new0 (Arrival, 1);
  arrival->path = g_strdup (path);
  arrival->is_new = TRUE;
  arrival->author = g_strdup (author);
  open_in (ledger_window_is_waiting (window) ? find_free_window (window) : window, arrival);
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

void
ledger_window_opening_replace (LedgerWindow *window, LedgerOpenedFile *opened, GPtrArray *damages)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  ledger_document_settle (opened->document);
  arrival->window = g_object_ref (window);
  arrival->former = g_object_ref (window);
  arrival->opened = opened;
  arrival->damages = g_ptr_array_ref (damages);
  ledger_window_clear (window, arrive, arrival);
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
