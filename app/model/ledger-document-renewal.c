/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-document-adoption.h"

/* A refresh after an edit that touches or moves many records (an import, its undo, a merge, a
 * heading deleted with all its problems). Reading 10,000 rows and computing what follows takes
 * longer than a window may stand still, so another document reads the ledger anew on a thread, and
 * this one adopts what it found (ledger-document-adoption.h). Until then this one shows what it
 * showed. */

/* Records that are read in well under 50 ms. */
#define MANY 150

typedef struct
{
  LedgerDocumentShown func;
  gpointer data;
  gint64 position; /* to be shown */
} Waiter;

typedef struct
{
  char *path;
  char *desk;
  gboolean writes;
  gint64 since; /* what was shown when it began */

  LedgerDocument *found;
  GHashTable *touched; /* type name (of the reading) to a set of ids */
  char *undo_title;
  char *undo_reason;
  char *redo_title;

  LedgerDocument *document; /* while it adopts */
  LedgerDocumentAdoption *adoption;
  LedgerTaskQueue *queue; /* where what was read is let go again */
} Renewal;

static void
renewal_free (gpointer data)
{
  Renewal *renewal = data;

  g_clear_pointer (&renewal->adoption, ledger_document_adoption_free);
  g_clear_object (&renewal->document);
  g_clear_object (&renewal->queue);
  g_clear_object (&renewal->found);
  g_clear_pointer (&renewal->touched, g_hash_table_unref);
  g_free (renewal->path);
  g_free (renewal->desk);
  g_free (renewal->undo_title);
  g_free (renewal->undo_reason);
  g_free (renewal->redo_title);
  g_free (renewal);
}

/* --- on the thread --- */

static gboolean
read_rest (Renewal *renewal, GError **error)
{
  LedgerDocument *found = renewal->found;

  renewal->touched =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  if (!ledger_store_foreach_touched (
          found->store, renewal->since, ledger_document_take_touched, renewal->touched, error))
    return FALSE;
  ledger_document_load_rest (found);
  if (!ledger_store_check_cancelled (found->store, error))
    return FALSE;
  if (!renewal->writes)
    return TRUE;
  renewal->undo_title = ledger_store_peek_undo (found->store, renewal->desk, &renewal->undo_reason);
  renewal->redo_title = ledger_store_peek_redo (found->store, renewal->desk);
  return TRUE;
}

/* In one read transaction, for it must be one state of the ledger: what was written since it was
 * opened belongs to it. */
static gboolean
read_anew (Renewal *renewal, GError **error)
{
  LedgerDocument *found = renewal->found;

  if (!ledger_document_begin_read (found, error))
    return FALSE;
  gboolean read = ledger_document_refresh (found, error) && read_rest (renewal, error);
  ledger_document_end_read (found);
  return read;
}

static void
run_renewal (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Renewal *renewal = data;
  GError *error = NULL;

  renewal->found =
      ledger_document_prepare (renewal->path, LEDGER_DOCUMENT_READ, cancellable, &error);
  if (renewal->found != NULL && read_anew (renewal, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_clear_object (&renewal->found);
  g_task_return_error (task, error);
}

/* --- letting go --- */

static void
run_let_go (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Renewal *renewal = data;

  g_clear_pointer (&renewal->adoption, ledger_document_adoption_free);
  g_clear_object (&renewal->found);
  g_clear_pointer (&renewal->touched, g_hash_table_unref);
  g_task_return_boolean (task, TRUE);
}

/* Records that went may be known to somebody here, so they go here, bit by bit. What was not
 * adopted is as much as the ledger and nobody knows it: it goes on the thread. */
static gboolean
on_drop (gpointer data)
{
  Renewal *renewal = data;

  if (!ledger_document_adoption_drop (renewal->adoption))
    return G_SOURCE_CONTINUE;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, renewal, renewal_free);
  ledger_task_queue_push (renewal->queue, task, run_let_go);
  return G_SOURCE_REMOVE;
}

/* --- adopting --- */

static void
replace_text (LedgerDocument *self, char **place, char **text, guint property)
{
  if (g_strcmp0 (*place, *text) != 0)
    ledger_document_notify (self, property);
  g_free (*place);
  *place = g_steal_pointer (text);
}

static void
adopt_words (LedgerDocument *self, Renewal *renewal)
{
  replace_text (self, &self->undo_title, &renewal->undo_title, LEDGER_DOCUMENT_PROP_UNDO_TITLE);
  replace_text (self, &self->undo_reason, &renewal->undo_reason, LEDGER_DOCUMENT_PROP_UNDO_REASON);
  replace_text (self, &self->redo_title, &renewal->redo_title, LEDGER_DOCUMENT_PROP_REDO_TITLE);
  if (self->saved_at == renewal->found->saved_at)
    return;
  self->saved_at = renewal->found->saved_at;
  ledger_document_notify (self, LEDGER_DOCUMENT_PROP_SAVED_AT);
}

/* In the turn in which the last was looked at. */
static void
finish_adoption (LedgerDocument *self, Renewal *renewal)
{
  self->refreshing = TRUE;
  g_object_freeze_notify (G_OBJECT (self));
  ledger_document_adoption_finish (renewal->adoption);
  adopt_words (self, renewal);
  self->to_announce = ledger_facts_table_steal_changed (self->facts);
  ledger_document_publish_tables (self);
  g_object_thaw_notify (G_OBJECT (self));
  self->refreshing = FALSE;
}

void
ledger_document_finish_renewal (LedgerDocument *self)
{
  if (self->to_announce == NULL || self->refreshing)
    return;
  self->refreshing = TRUE;
  ledger_document_announce (self, g_steal_pointer (&self->to_announce));
  self->refreshing = FALSE;
}

/* --- who waits --- */

static gboolean
is_much (LedgerDocument *self)
{
  if (ledger_store_get_position (self->store) == self->position)
    return FALSE;
  return ledger_store_has_touched_more (self->store, self->position, MANY)
         || ledger_document_reaches_many (self, MANY);
}

static void begin_renewal (LedgerDocument *self);

static void
tell_waiters (LedgerDocument *self, const GError *error)
{
  guint n = self->waiting.length;

  for (; n > 0; n--)
    {
      Waiter *waiter = g_queue_pop_head (&self->waiting);
      if (error == NULL && self->store != NULL && waiter->position > self->position)
        {
          g_queue_push_tail (&self->waiting, waiter);
          continue;
        }
      if (waiter->func != NULL)
        waiter->func (self, error, waiter->data);
      g_free (waiter);
    }
}

static gboolean
on_told (gpointer data)
{
  LedgerDocument *self = data;
  g_autoptr (GError) error = NULL;

  tell_waiters (self, NULL);
  if (g_queue_is_empty (&self->waiting) || self->renewal)
    return G_SOURCE_REMOVE;
  if (is_much (self))
    begin_renewal (self);
  else
    {
      ledger_document_refresh (self, &error);
      tell_waiters (self, error);
    }
  return G_SOURCE_REMOVE;
}

/* Lists, what is told and who waited have a turn each: each has its own work to do with it. */
static gboolean
on_published (gpointer data)
{
  LedgerDocument *self = data;

  if (self->store != NULL)
    ledger_document_finish_renewal (self);
  /* Somebody told may have written, or have asked for another look. */
  if (self->store != NULL && self->refresh_again)
    ledger_document_refresh (self, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_told, g_object_ref (self), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
end_renewal (LedgerDocument *self)
{
  self->renewal = FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_published, g_object_ref (self), g_object_unref);
}

/* One slice a turn. */
static gboolean
on_step (gpointer data)
{
  Renewal *renewal = data;
  g_autoptr (LedgerDocument) self = g_object_ref (renewal->document);

  /* Whoever is told of what was shown before may read or compute: not between looking and doing. */
  ledger_document_finish_renewal (self);
  /* Closed, or somebody who could not wait has read it. */
  if (self->store == NULL || renewal->found->position <= self->position)
    {
      renewal_free (renewal);
      end_renewal (self);
      return G_SOURCE_REMOVE;
    }
  if (!ledger_document_adoption_step (renewal->adoption))
    return G_SOURCE_CONTINUE;
  finish_adoption (self, renewal);
  g_clear_object (&renewal->document);
  renewal->queue = g_object_ref (self->renewing);
  g_idle_add_full (G_PRIORITY_LOW, on_drop, renewal, NULL);
  end_renewal (self);
  return G_SOURCE_REMOVE;
}

static void
tell_going (LedgerDocument *self, LedgerDocument *found)
{
  const guint before = ledger_table_get_n_records (ledger_document_get_table (self, "issue"));
  const guint after = ledger_table_get_n_records (ledger_document_get_table (found, "issue"));

  if (before > after)
    ledger_document_emit_issues_going (self, before - after);
}

static void
on_renewed (GObject *source, GAsyncResult *result, gpointer data)
{
  LedgerDocument *self = LEDGER_DOCUMENT (source);
  Renewal *renewal = data;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    {
      renewal_free (renewal);
      if (self->store != NULL)
        ledger_document_refresh (self, NULL);
      end_renewal (self);
      return;
    }
  renewal->document = g_object_ref (self);
  renewal->adoption = ledger_document_adoption_new (self, renewal->found, renewal->touched);
  g_idle_add (on_step, renewal);
  tell_going (self, renewal->found);
}

static void
begin_renewal (LedgerDocument *self)
{
  if (self->renewal)
    return;
  Renewal *renewal = g_new0 (Renewal, 1);
  if (self->unwanted == NULL)
    self->unwanted = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->unwanted, on_renewed, renewal);

  renewal->path = g_strdup (self->path);
  renewal->desk = g_strdup (self->desk);
  renewal->writes = self->writer != NULL;
  renewal->since = self->position;
  if (self->renewing == NULL)
    self->renewing = ledger_task_queue_new ("ledger-renewal");
  self->renewal = TRUE;
  g_task_set_task_data (task, renewal, NULL);
  ledger_task_queue_push (self->renewing, task, run_renewal);
}

/* --- the front --- */

static void
wait_for (LedgerDocument *self, LedgerDocumentShown func, gpointer data)
{
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->func = func;
  waiter->data = data;
  waiter->position = ledger_store_get_position (self->store);
  g_queue_push_tail (&self->waiting, waiter);
}

typedef struct
{
  LedgerDocument *document;
  LedgerDocumentShown func;
  gpointer data;
  GError *error;
} Shown;

static gboolean
on_shown (gpointer data)
{
  Shown *shown = data;

  shown->func (shown->document, shown->error, shown->data);
  g_object_unref (shown->document);
  g_clear_error (&shown->error);
  g_free (shown);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, but in a turn of its own: lists have moved in this one, and whoever waited
 * goes on to a page or a row. */
static void
tell_soon (LedgerDocument *self, LedgerDocumentShown func, gpointer data, GError *error)
{
  Shown *shown = g_new0 (Shown, 1);

  *shown = (Shown){ g_object_ref (self), func, data, error };
  g_idle_add_full (G_PRIORITY_DEFAULT, on_shown, shown, NULL);
}

void
ledger_document_refresh_then (LedgerDocument *self, LedgerDocumentShown func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && self->mode == LEDGER_DOCUMENT_WINDOW
      && (self->renewal || is_much (self)))
    {
      wait_for (self, func, data);
      begin_renewal (self);
      return;
    }
  ledger_document_refresh (self, &error);
  if (func == NULL)
    return;
  if (self->mode == LEDGER_DOCUMENT_WINDOW)
    tell_soon (self, func, data, g_steal_pointer (&error));
  else
    func (self, error, data);
}

void
ledger_document_stop_renewal (LedgerDocument *self)
{
  /* Whoever closes waits for the thread, which has nothing to read for any more. */
  if (self->unwanted != NULL)
    g_cancellable_cancel (self->unwanted);
  if (self->renewing != NULL)
    ledger_task_queue_close (self->renewing);
  g_clear_object (&self->renewing);
  g_clear_object (&self->unwanted);
  g_clear_pointer (&self->to_announce, g_ptr_array_unref);
}
