/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-task-queue.h"

#include <pthread.h>

/* What the thread works from; it goes with whoever lets go of it last, the queue or its thread.
 *
 * POSIX locks and not GLib's: the thread sanitizer knows them, while GLib's own, built without it,
 * look to it like no lock at all. */
typedef struct
{
  pthread_mutex_t mutex;
  pthread_cond_t pushed;
  guint n_holders; /* under MUTEX, as all of it */
  GQueue jobs;     /* owned */
  guint running;   /* 0 or 1 */
  gboolean closed;
} Line;

struct _LedgerTaskQueue
{
  GObject parent_instance;

  GThread *thread;
  Line *line;
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

static Line *
line_new (void)
{
  Line *line = g_new0 (Line, 1);

  g_queue_init (&line->jobs);
  pthread_mutex_init (&line->mutex, NULL);
  pthread_cond_init (&line->pushed, NULL);
  line->n_holders = 1;
  return line;
}

static void
line_let_go (Line *line)
{
  pthread_mutex_lock (&line->mutex);
  gboolean last = --line->n_holders == 0;
  pthread_mutex_unlock (&line->mutex);
  if (!last)
    return;
  pthread_cond_destroy (&line->pushed);
  pthread_mutex_destroy (&line->mutex);
  g_free (line);
}

/* NULL: closed and nothing left. */
static Job *
wait_for_job (Line *line)
{
  pthread_mutex_lock (&line->mutex);
  line->running = 0;
  while (g_queue_is_empty (&line->jobs) && !line->closed)
    pthread_cond_wait (&line->pushed, &line->mutex);
  Job *job = g_queue_pop_head (&line->jobs);
  line->running = job != NULL;
  pthread_mutex_unlock (&line->mutex);
  return job;
}

/* The thread holds no reference on the queue: dispose ends it. */
static gpointer
run_thread (gpointer data)
{
  Line *line = data;

  for (Job *job = wait_for_job (line); job != NULL; job = wait_for_job (line))
    run_job (job);
  line_let_go (line);
  return NULL;
}

LedgerTaskQueue *
ledger_task_queue_new (const char *thread_name)
{
  LedgerTaskQueue *self = g_object_new (LEDGER_TYPE_TASK_QUEUE, NULL);

  self->line->n_holders++; /* there is no thread yet */
  self->thread = g_thread_new (thread_name, run_thread, self->line);
  return self;
}

void
ledger_task_queue_push (LedgerTaskQueue *self, GTask *task, LedgerTaskFunc func)
{
  g_return_if_fail (LEDGER_IS_TASK_QUEUE (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  Line *line = self->line;
  pthread_mutex_lock (&line->mutex);
  gboolean closed = line->closed;
  if (!closed)
    {
      Job *job = g_new0 (Job, 1);
      job->task = g_object_ref (task);
      job->func = func;
      g_queue_push_tail (&line->jobs, job);
      pthread_cond_signal (&line->pushed);
    }
  pthread_mutex_unlock (&line->mutex);

  if (closed)
    g_task_return_error (
        task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The task queue is closed"));
}

/* TRUE: nothing was to be done any more. */
static gboolean
close_line (Line *line)
{
  pthread_mutex_lock (&line->mutex);
  gboolean idle = line->running == 0 && g_queue_is_empty (&line->jobs);
  line->closed = TRUE;
  pthread_cond_signal (&line->pushed);
  pthread_mutex_unlock (&line->mutex);
  return idle;
}

void
ledger_task_queue_close (LedgerTaskQueue *self)
{
  g_return_if_fail (LEDGER_IS_TASK_QUEUE (self));
  g_return_if_fail (g_thread_self () != self->thread);

  close_line (self->line);
  g_clear_pointer (&self->thread, g_thread_join);
}

/* Nobody waits for a thread that has nothing to do: its end takes some milliseconds. */
static void
ledger_task_queue_dispose (GObject *object)
{
  LedgerTaskQueue *self = LEDGER_TASK_QUEUE (object);

  if (self->thread != NULL && close_line (self->line))
    g_clear_pointer (&self->thread, g_thread_unref);
  else if (self->thread != NULL)
    ledger_task_queue_close (self);
  G_OBJECT_CLASS (ledger_task_queue_parent_class)->dispose (object);
}

static void
ledger_task_queue_finalize (GObject *object)
{
  line_let_go (LEDGER_TASK_QUEUE (object)->line);
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
  self->line = line_new ();
}
