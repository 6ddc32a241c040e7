/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-care.h"

#include <glib/gi18n-lib.h>

#include "ledger-backup-shelf.h"
#include "ledger-reading.h"
#include "ledger-task-queue.h"
#include "ledger-window-damage.h"
#include "ledger-window-opening.h"

typedef struct
{
  LedgerDocument *document;
  char *path;
  GPtrArray *damages;      /* LedgerDamage */
  LedgerOpenedFile *shown; /* from then on, where they break the ledger; else NULL */
  LedgerTaskQueue *queue;
  gulong destroyed;
} Care;

static void
care_free (gpointer data)
{
  Care *care = data;

  g_object_unref (care->document);
  g_free (care->path);
  g_clear_pointer (&care->damages, g_ptr_array_unref);
  g_clear_pointer (&care->shown, ledger_opened_file_free);
  g_object_unref (care->queue);
  g_free (care);
}

static gboolean
distrust (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ledger_store_distrust_reading (store, error);
}

/* Tables that are wrong cost nobody a backup: the log makes them anew. Where it cannot be asked for
 * now, the next check finds the same. */
static void
heal (Care *care, GCancellable *cancellable)
{
  for (guint i = 0; i < care->damages->len; i++)
    {
      const LedgerDamage *damage = g_ptr_array_index (care->damages, i);

      if (!g_str_equal (damage->place, "reading"))
        continue;
      ledger_document_call_writer (care->document, distrust, NULL, cancellable, NULL);
      return;
    }
}

gboolean
ledger_window_care_breaks_ledger (const GPtrArray *damages)
{
  for (guint i = 0; i < damages->len; i++)
    {
      const LedgerDamage *damage = g_ptr_array_index (damages, i);
      if (!g_str_equal (damage->place, "evidence") && !g_str_equal (damage->place, "reading"))
        return TRUE;
    }
  return FALSE;
}

/* Whoever's copy cannot be made now finds it due again at the next opening. */
static gboolean
look_after (Care *care, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LedgerStore) store =
      ledger_store_open (care->path, ledger_reading_get_default (), LEDGER_STORE_READ, error);

  if (store == NULL)
    return FALSE;
  care->damages = ledger_store_verify (store, NULL, cancellable, error);
  if (care->damages == NULL)
    return FALSE;
  heal (care, cancellable);
  if (ledger_window_care_breaks_ledger (care->damages))
    care->shown = ledger_opened_file_read (care->path, LEDGER_OPENING_DAMAGED, cancellable);
  return care->damages->len > 0
         || ledger_backup_shelf_keep (store, now, NULL, NULL, cancellable, error);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (look_after (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A window keeps its ledger for its life: another takes its place. Where the ledger could not be
 * read any more the old one stays. */
static void
tell (LedgerWindow *window, Care *care)
{
  if (care->shown != NULL && care->shown->document != NULL)
    ledger_window_opening_replace (window, g_steal_pointer (&care->shown), care->damages);
  else
    ledger_window_damage_tell (window, care->path, care->damages);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  LedgerWindow *window = LEDGER_WINDOW (source);
  Care *care = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_signal_handler_disconnect (window, care->destroyed);
  if (ledger_window_get_document (window) == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    ledger_session_show_error (ledger_window_get_session (window), error);
  else if (care->damages->len > 0)
    tell (window, care);
}

static void
start (LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (window, cancellable, on_done, NULL);
  Care *care = g_new0 (Care, 1);

  care->document = g_object_ref (document);
  care->path = g_strdup (ledger_document_get_path (document));
  care->queue = ledger_task_queue_new ("ledger-care");
  care->destroyed = ledger_window_damage_cancel_with (window, cancellable);
  g_task_set_task_data (task, care, care_free);
  ledger_task_queue_push (care->queue, task, run);
}

static gboolean
on_due (gpointer data)
{
  g_autoptr (LedgerWindow) window = g_weak_ref_get (data);
  LedgerDocument *document = window != NULL ? ledger_window_get_document (window) : NULL;

  if (document != NULL && !ledger_document_is_read_only (document))
    start (window);
  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
ledger_window_care_begin (LedgerWindow *window, guint delay)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, window);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, delay, on_due, weak, weak_ref_free);
}
