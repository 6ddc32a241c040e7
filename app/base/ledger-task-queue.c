/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-task-queue.h"

#include <pthread.h>

/* POSIX locks and not GLib's: the thread sanitizer knows them, while GLib's own, built without it,
 * look to it like no lock at all. */
struct _LedgerTaskQueue
{
  GObject parent_instance;

  GThread *thread;
  pthread_mutex_t mutex;
  pthread_cond_t pushed;
  GQueue jobs;     /* under MUTEX; owned jobs */
  guint running;   /* under MUTEX; 0 or 1 */
  gboolean closed; /* under MUTEX */
};

typedef struct
{
  GTask *task;
  LedgerTaskFunc func;
} Job;

G_DEFINE_FINAL_TYPE (LedgerTaskQueue, ledger_task_queue, G_TYPE_OBJECT)

static gboolean
drop_task (gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
release_task (gpointer data)
{
  LEDGER_TASK_QUEUE_ACQUIRE (data);
  g_object_unref (data);
}

/* The last reference must not go in this thread: it would finalize the source object and the task's
 * data, which belong to whoever pushed. Comes behind the result, for both have the task's priority.
 */
static void
send_task_home (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  LEDGER_TASK_QUEUE_RELEASE (task);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "[zhenggai] end of a task");
  g_source_set_callback (source, drop_task, task, release_task);
  g_source_attach (source, g_task_get_context (task));
}

static void
run_job (Job *job)
{
  GTask *task = job->task;

  if (!g_task_return_error_if_cancelled (task))
    job->func (task,
               g_task_get_source_object (task),
               g_task_get_task_data (task),
               g_task_get_cancellable (task));
  send_task_home (task);
  g_free (job);
}

/* NULL: closed and nothing left. */
static Job *
wait_for_job (LedgerTaskQueue *self)
{
  pthread_mutex_lock (&self->mutex);
  self->running = 0;
  while (g_queue_is_empty (&self->jobs) && !self->closed)
    pthread_cond_wait (&self->pushed, &self->mutex);
  Job *job = g_queue_pop_head (&self->jobs);
  self->running = job != NULL;
  pthread_mutex_unlock (&self->mutex);
  return job;
}

/* The thread holds no reference on the queue: dispose ends it. */
static gpointer
run_thread (gpointer data)
{
  LedgerTaskQueue *self = data;

  for (Job *job = wait_for_job (self); job != NULL; job = wait_for_job (self))
    run_job (job);
  return NULL;
}

LedgerTaskQueue *
ledger_task_queue_new (const char *thread_name)
{
  LedgerTaskQueue *self = g_object_new (LEDGER_TYPE_TASK_QUEUE, NULL);
  self->thread = g_thread_new (thread_name, run_thread, self);
  return self;
}

void
ledger_task_queue_push (LedgerTaskQueue *self, GTask *task, LedgerTaskFunc func)
{
  g_return_if_fail (LEDGER_IS_TASK_QUEUE (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  pthread_mutex_lock (&self->mutex);
  gboolean closed = self->closed;
  if (!closed)
    {
      Job *job = g_new0 (Job, 1);
      job->task = g_object_ref (task);
      job->func = func;
      g_queue_push_tail (&self->jobs, job);
      pthread_cond_signal (&self->pushed);
    }
  pthread_mutex_unlock (&self->mutex);

  if (closed)
    g_task_return_error (
        task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The task queue is closed"));
}

void
ledger_task_queue_close (LedgerTaskQueue *self)
{
  g_return_if_fail (LEDGER_IS_TASK_QUEUE (self));
  g_return_if_fail (g_thread_self () != self->thread);

  pthread_mutex_lock (&self->mutex);
  self->closed = TRUE;
  pthread_cond_signal (&self->pushed);
  pthread_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);
}

static void
ledger_task_queue_dispose (GObject *object)
{
  ledger_task_queue_close (LEDGER_TASK_QUEUE (object));
  G_OBJECT_CLASS (ledger_task_queue_parent_class)->dispose (object);
}

static void
ledger_task_queue_finalize (GObject *object)
{
  LedgerTaskQueue *self = LEDGER_TASK_QUEUE (object);

  pthread_cond_destroy (&self->pushed);
  pthread_mutex_destroy (&self->mutex);
  G_OBJECT_CLASS (ledger_task_queue_parent_class)->finalize (object);
}

static void
ledger_task_queue_class_init (LedgerTaskQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ledger_task_queue_dispose;
  object_class->finalize = ledger_task_queue_finalize;
}

static void
ledger_task_queue_init (LedgerTaskQueue *self)
{
  g_queue_init (&self->jobs);
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->pushed, NULL);
}
