/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-error.h"

#include <glib/gi18n-lib.h>

/* After this long people see that something is being saved. */
#define BUSY_AFTER_MS 100
/* After this long without an edit the file is brought up to date for plain copies (LOG 13). */
#define IDLE_SECONDS 2

typedef struct
{
  LedgerEdit *edit; /* NULL: undo or redo */
  gboolean redo;
  char *actor;
  char *desk;
  gboolean written;
  char *title;
  GError *failure;
} Order;

static Order *
order_new (LedgerDocument *self, LedgerEdit *edit, gboolean redo)
{
  Order *order = g_new0 (Order, 1);

  order->edit = edit != NULL ? ledger_edit_ref (edit) : NULL;
  order->redo = redo;
  order->actor = g_strdup (self->actor_name);
  order->desk = g_strdup (self->desk);
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->edit, ledger_edit_unref);
  g_free (order->actor);
  g_free (order->desk);
  g_free (order->title);
  g_clear_error (&order->failure);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static gboolean
carry_out (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  if (order->edit != NULL)
    {
      gboolean done = ledger_store_commit (store, order->edit, &order->written, NULL, error);
      /* An import's takes a while to be freed: here nobody waits for it. */
      g_clear_pointer (&order->edit, ledger_edit_unref);
      return done;
    }
  if (order->redo)
    return ledger_store_redo (store, order->actor, order->desk, &order->title, error);
  return ledger_store_undo (store, order->actor, order->desk, &order->title, error);
}

static gboolean
check_writer (LedgerDocument *self, GError **error)
{
  if (self->writer != NULL)
    return TRUE;
  if (self->holder != NULL)
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_READ_ONLY,
                 _ ("The ledger is open for reading only: %s is using it. Nothing was changed."),
                 self->holder);
  else
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_READ_ONLY,
                         _ ("The ledger is open for reading only. Nothing was changed."));
  return FALSE;
}

/* --- idle --- */

static gboolean
checkpoint (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  ledger_store_checkpoint (store);
  return TRUE;
}

static gboolean
on_idle (gpointer data)
{
  LedgerDocument *self = data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->checkpoint_source = 0;
  if (self->writer != NULL)
    ledger_writer_push (self->writer, task, checkpoint);
  return G_SOURCE_REMOVE;
}

static void
wait_for_idle (LedgerDocument *self)
{
  if (self->mode != LEDGER_DOCUMENT_WINDOW || self->writer == NULL)
    return;
  g_clear_handle_id (&self->checkpoint_source, g_source_remove);
  self->checkpoint_source = g_timeout_add_seconds (IDLE_SECONDS, on_idle, self);
}

/* --- at once --- */

static gboolean
order_at_once (LedgerDocument *self, Order *order, GError **error)
{
  if (!check_writer (self, error)
      || !ledger_writer_call (self->writer, carry_out, order, NULL, error))
    return FALSE;
  wait_for_idle (self);
  return ledger_document_refresh (self, error);
}

gboolean
ledger_document_commit (LedgerDocument *self, LedgerEdit *edit, gboolean *written, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  g_autoptr (Order) order = order_new (self, edit, FALSE);
  gboolean done = order_at_once (self, order, error);
  if (written != NULL)
    *written = order->written;
  return done;
}

static gboolean
turn (LedgerDocument *self, gboolean redo, char **title, GError **error)
{
  g_autoptr (Order) order = order_new (self, NULL, redo);
  gboolean done = order_at_once (self, order, error);

  if (done && title != NULL)
    *title = g_steal_pointer (&order->title);
  return done;
}

gboolean
ledger_document_undo (LedgerDocument *self, char **title, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), FALSE);
  return turn (self, FALSE, title, error);
}

gboolean
ledger_document_redo (LedgerDocument *self, char **title, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), FALSE);
  return turn (self, TRUE, title, error);
}

/* --- through the writer's thread --- */

static void
set_busy (LedgerDocument *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  ledger_document_notify (self, LEDGER_DOCUMENT_PROP_BUSY);
}

static gboolean
on_slow (gpointer data)
{
  LedgerDocument *self = data;

  self->busy_source = 0;
  set_busy (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
begin_pending (LedgerDocument *self)
{
  if (self->pending++ == 0)
    self->busy_source = g_timeout_add (BUSY_AFTER_MS, on_slow, self);
}

static void
end_pending (LedgerDocument *self)
{
  if (--self->pending > 0)
    return;
  g_clear_handle_id (&self->busy_source, g_source_remove);
  set_busy (self, FALSE);
}

static void
on_shown (LedgerDocument *self, const GError *error, gpointer data)
{
  g_autoptr (GTask) outer = data;
  Order *order = g_task_get_task_data (outer);

  end_pending (self);
  wait_for_idle (self);
  if (order->failure != NULL)
    g_task_return_error (outer, g_steal_pointer (&order->failure));
  else if (error != NULL)
    g_task_return_error (outer, g_error_copy (error));
  else
    g_task_return_boolean (outer, TRUE);
}

/* On the thread that ordered, after the writer's answer. DATA is the task of whoever ordered; the
 * writer's own task knows neither it nor the document, for the thread that lets go of it last
 * could then have to close the document it works for. */
static void
on_carried_out (GObject *none, GAsyncResult *result, gpointer data)
{
  GTask *outer = data;
  Order *order = g_task_get_task_data (outer);

  g_task_propagate_boolean (G_TASK (result), &order->failure);
  /* A refusal as stale is just the moment to look. */
  ledger_document_refresh_then (g_task_get_source_object (outer), on_shown, outer);
}

/* Takes ORDER. */
static void
order_async (LedgerDocument *self,
             Order *order,
             gpointer tag,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer data)
{
  g_autoptr (GTask) outer = g_task_new (self, cancellable, callback, data);
  g_autoptr (GError) failure = NULL;

  g_task_set_source_tag (outer, tag);
  g_task_set_task_data (outer, order, order_free);
  /* What was written is told, cancelled or not. */
  g_task_set_check_cancellable (outer, FALSE);
  if (!check_writer (self, &failure))
    {
      g_task_return_error (outer, g_steal_pointer (&failure));
      return;
    }
  begin_pending (self);
  g_autoptr (GTask) inner = g_task_new (NULL, cancellable, on_carried_out, g_object_ref (outer));
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, order, NULL);
  ledger_writer_push (self->writer, inner, carry_out);
}

void
ledger_document_commit_async (LedgerDocument *self,
                              LedgerEdit *edit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (LEDGER_IS_DOCUMENT (self));
  g_return_if_fail (edit != NULL);
  order_async (self,
               order_new (self, edit, FALSE),
               ledger_document_commit_async,
               cancellable,
               callback,
               data);
}

gboolean
ledger_document_commit_finish (LedgerDocument *self,
                               GAsyncResult *result,
                               gboolean *written,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  Order *order = g_task_get_task_data (G_TASK (result));
  if (written != NULL)
    *written = order->written;
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ledger_document_undo_async (LedgerDocument *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LEDGER_IS_DOCUMENT (self));
  order_async (
      self, order_new (self, NULL, FALSE), ledger_document_undo_async, NULL, callback, data);
}

void
ledger_document_redo_async (LedgerDocument *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LEDGER_IS_DOCUMENT (self));
  order_async (
      self, order_new (self, NULL, TRUE), ledger_document_undo_async, NULL, callback, data);
}

char *
ledger_document_undo_finish (LedgerDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  Order *order = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return order->title != NULL ? g_steal_pointer (&order->title) : g_strdup ("");
}

/* --- other work of the writer --- */

static gboolean
on_look (gpointer data)
{
  ledger_document_refresh_then (data, NULL, NULL);
  return G_SOURCE_REMOVE;
}

gboolean
ledger_document_call_writer (LedgerDocument *self,
                             LedgerWriterFunc func,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), FALSE);

  if (!check_writer (self, error))
    return FALSE;
  gboolean done = ledger_writer_call (self->writer, func, data, cancellable, error);
  if (self->mode != LEDGER_DOCUMENT_WINDOW)
    return done && ledger_document_refresh (self, error);

  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_callback (source, on_look, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
  return done;
}

void
ledger_document_stop_writing (LedgerDocument *self)
{
  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_clear_handle_id (&self->checkpoint_source, g_source_remove);
}
