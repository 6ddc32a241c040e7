/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-writer.h"

#include "ledger-task-queue.h"

#include <pthread.h>

struct _LedgerWriter
{
  LedgerTaskQueue *queue; /* NULL: not threaded */
  LedgerStore *store;     /* touched on the queue's thread only */
};

/* One answer that somebody waits for; counted, for the thread that answers may leave last. With the
 * locks of the task queue, for its reason. */
typedef struct
{
  pthread_mutex_t mutex;
  pthread_cond_t told;
  gboolean answered;
  gboolean result;
  GError *error;

  LedgerWriter *writer;
  LedgerWriterFunc func;
  gpointer data;
  GCancellable *cancellable;
} Call;

typedef struct
{
  LedgerWriter *writer;
  LedgerWriterFunc func;
} Push;

static void
call_clear (gpointer data)
{
  Call *call = data;

  LEDGER_TASK_QUEUE_ACQUIRE (call);
  pthread_mutex_destroy (&call->mutex);
  pthread_cond_destroy (&call->told);
  g_clear_error (&call->error);
  g_clear_object (&call->cancellable);
}

static void
call_unref (gpointer call)
{
  LEDGER_TASK_QUEUE_RELEASE (call);
  g_atomic_rc_box_release_full (call, call_clear);
}

static gboolean
run (LedgerWriter *writer,
     LedgerWriterFunc func,
     gpointer data,
     GCancellable *cancellable,
     GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return func (writer->store, data, cancellable, error);
}

static void
answer_call (GTask *task, gpointer source, gpointer task_data, GCancellable *unused)
{
  Call *call = task_data;
  GError *error = NULL;
  gboolean result = run (call->writer, call->func, call->data, call->cancellable, &error);

  pthread_mutex_lock (&call->mutex);
  call->result = result;
  call->error = error;
  call->answered = TRUE;
  pthread_cond_signal (&call->told);
  pthread_mutex_unlock (&call->mutex);
  g_task_return_boolean (task, TRUE);
}

gboolean
ledger_writer_call (LedgerWriter *writer,
                    LedgerWriterFunc func,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  if (writer->queue == NULL)
    return run (writer, func, data, cancellable, error);

  Call *call = g_atomic_rc_box_new0 (Call);
  /* Without the caller's cancellable: a cancelled task is ended unheard, and this waits. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  pthread_mutex_init (&call->mutex, NULL);
  pthread_cond_init (&call->told, NULL);
  call->writer = writer;
  call->func = func;
  call->data = data;
  call->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_task_set_task_data (task, g_atomic_rc_box_acquire (call), call_unref);
  ledger_task_queue_push (writer->queue, task, answer_call);

  pthread_mutex_lock (&call->mutex);
  while (!call->answered)
    pthread_cond_wait (&call->told, &call->mutex);
  pthread_mutex_unlock (&call->mutex);
  gboolean result = call->result;
  if (call->error != NULL)
    g_propagate_error (error, g_steal_pointer (&call->error));
  call_unref (call);
  return result;
}

static void
answer_push (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Push *push = g_object_get_data (G_OBJECT (task), "ledger-writer-push");
  GError *error = NULL;

  if (run (push->writer, push->func, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ledger_writer_push (LedgerWriter *writer, GTask *task, LedgerWriterFunc func)
{
  Push *push = g_new (Push, 1);

  push->writer = writer;
  push->func = func;
  g_object_set_data_full (G_OBJECT (task), "ledger-writer-push", push, g_free);
  if (writer->queue != NULL)
    ledger_task_queue_push (writer->queue, task, answer_push);
  else
    answer_push (task, NULL, g_task_get_task_data (task), g_task_get_cancellable (task));
}

typedef struct
{
  LedgerWriter *writer;
  LedgerWriterOpener opener;
  gconstpointer data;
} Opening;

static gboolean
open_store (LedgerStore *none, gpointer data, GCancellable *cancellable, GError **error)
{
  Opening *opening = data;

  opening->writer->store = opening->opener (opening->data, error);
  return opening->writer->store != NULL;
}

static gboolean
close_store (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LedgerWriter *writer = data;

  if (store != NULL)
    ledger_store_close (store, NULL);
  g_clear_object (&writer->store);
  return TRUE;
}

LedgerWriter *
ledger_writer_new (gboolean threaded, LedgerWriterOpener opener, gconstpointer data, GError **error)
{
  g_autoptr (LedgerWriter) writer = g_new0 (LedgerWriter, 1);
  Opening opening = { writer, opener, data };

  if (threaded)
    writer->queue = ledger_task_queue_new ("ledger-writer");
  if (!ledger_writer_call (writer, open_store, &opening, NULL, error))
    return NULL;
  return g_steal_pointer (&writer);
}

void
ledger_writer_free (LedgerWriter *writer)
{
  ledger_writer_call (writer, close_store, writer, NULL, NULL);
  if (writer->queue != NULL)
    ledger_task_queue_close (writer->queue);
  g_clear_object (&writer->queue);
  g_free (writer);
}

LedgerStore *
ledger_writer_get_store (LedgerWriter *writer)
{
  return writer->queue == NULL ? writer->store : NULL;
}
