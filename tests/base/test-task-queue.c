/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-task-queue.h"

#include <pthread.h>

/* What a job and its callback share is handed over by the queue alone: under the thread sanitizer
 * these tests say whether that is enough (TSAN_OPTIONS=ignore_noninstrumented_modules=1 keeps it
 * from judging the inside of GLib, whose locks it cannot see). */
typedef struct
{
  int number;
  GThread *worker;
} Result;

typedef struct
{
  GArray *order; /* of the numbers that came back */
  guint expected;
  GThread *home;
  int failed;
} Collected;

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  int *input = data;
  Result *result = g_new0 (Result, 1);
  result->number = *input * 2;
  result->worker = g_thread_self ();
  g_task_return_pointer (task, result, g_free);
}

static void
collect (GObject *source, GAsyncResult *async, gpointer data)
{
  Collected *collected = data;
  g_autoptr (GError) error = NULL;
  g_autofree Result *result = g_task_propagate_pointer (G_TASK (async), &error);

  g_assert_true (g_thread_self () == collected->home);
  collected->expected--;
  if (result == NULL)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      collected->failed++;
      return;
    }
  g_assert_true (result->worker != collected->home);
  g_array_append_val (collected->order, result->number);
}

static void
push_number (LedgerTaskQueue *queue, int number, GCancellable *cancellable, Collected *collected)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, collect, collected);
  int *input = g_new (int, 1);
  *input = number;
  g_task_set_task_data (task, input, g_free);
  collected->expected++;
  ledger_task_queue_push (queue, task, work);
}

static Collected
collected_new (void)
{
  return (Collected){ .order = g_array_new (FALSE, FALSE, sizeof (int)), .home = g_thread_self () };
}

static void
test_in_order (void)
{
  g_autoptr (LedgerTaskQueue) queue = ledger_task_queue_new ("test");
  Collected collected = collected_new ();

  for (int i = 0; i < 2000; i++)
    push_number (queue, i, NULL, &collected);
  while (collected.expected > 0)
    g_main_context_iteration (NULL, TRUE);
  for (int i = 0; i < 2000; i++)
    g_assert_cmpint (g_array_index (collected.order, int, i), ==, 2 * i);
  ledger_task_queue_close (queue);
  g_array_unref (collected.order);
}

/* Holds the queue until it is let go. */
typedef struct
{
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  gboolean begun, open;
} Gate;

static void
wait_at_gate (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Gate *gate = data;
  pthread_mutex_lock (&gate->mutex);
  gate->begun = TRUE;
  pthread_cond_broadcast (&gate->changed);
  while (!gate->open)
    pthread_cond_wait (&gate->changed, &gate->mutex);
  pthread_mutex_unlock (&gate->mutex);
  g_task_return_boolean (task, TRUE);
}

static void
close_gate_behind (LedgerTaskQueue *queue, Gate *gate)
{
  pthread_mutex_init (&gate->mutex, NULL);
  pthread_cond_init (&gate->changed, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, gate, NULL);
  ledger_task_queue_push (queue, task, wait_at_gate);

  pthread_mutex_lock (&gate->mutex);
  while (!gate->begun)
    pthread_cond_wait (&gate->changed, &gate->mutex);
  pthread_mutex_unlock (&gate->mutex);
}

static void
open_gate (Gate *gate)
{
  pthread_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  pthread_cond_broadcast (&gate->changed);
  pthread_mutex_unlock (&gate->mutex);
}

static void
never (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_assert_not_reached ();
}

static void
test_cancelled_before_it_began (void)
{
  g_autoptr (LedgerTaskQueue) queue = ledger_task_queue_new ("test");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Collected collected = collected_new ();
  Gate gate = { 0 };

  close_gate_behind (queue, &gate);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, collect, &collected);
  collected.expected = 1;
  ledger_task_queue_push (queue, task, never);
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  while (collected.expected > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (collected.failed, ==, 1);
  g_array_unref (collected.order);
}

/* What was pushed is finished by close, what is pushed later is refused as cancelled. */
static void
test_close (void)
{
  g_autoptr (LedgerTaskQueue) queue = ledger_task_queue_new ("test");
  Collected collected = collected_new ();

  for (int i = 0; i < 100; i++)
    push_number (queue, i, NULL, &collected);
  ledger_task_queue_close (queue);
  ledger_task_queue_close (queue);
  push_number (queue, 100, NULL, &collected);
  while (collected.expected > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (collected.order->len, ==, 100);
  g_assert_cmpint (collected.failed, ==, 1);
  g_array_unref (collected.order);
}

static void
note_thread (gpointer data, GObject *where_it_was)
{
  *(GThread **)data = g_thread_self ();
}

/* A source object whose last reference is the task's dies on the thread that pushed. */
static void
test_source_object_dies_at_home (void)
{
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (LedgerTaskQueue) queue = ledger_task_queue_new ("test");
      GThread *died_in = NULL;
      Collected collected = collected_new ();
      GObject *source = g_object_new (G_TYPE_OBJECT, NULL);
      GTask *task = g_task_new (source, NULL, collect, &collected);

      g_object_weak_ref (source, note_thread, &died_in);
      g_task_set_task_data (task, g_memdup2 (&i, sizeof i), g_free);
      collected.expected = 1;
      ledger_task_queue_push (queue, task, work);
      g_object_unref (task);
      g_object_unref (source);
      while (collected.expected > 0 || g_main_context_pending (NULL))
        g_main_context_iteration (NULL, TRUE);
      ledger_task_queue_close (queue);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_true (died_in == g_thread_self ());
      g_array_unref (collected.order);
    }
}

static gpointer
push_from_thread (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  Collected collected = collected_new ();
  for (int i = 0; i < 200; i++)
    push_number (data, i, NULL, &collected);
  while (collected.expected > 0)
    g_main_context_iteration (context, TRUE);
  for (int i = 0; i < 200; i++)
    g_assert_cmpint (g_array_index (collected.order, int, i), ==, 2 * i);
  g_array_unref (collected.order);
  g_main_context_pop_thread_default (context);
  return NULL;
}

/* Results come back to the context that pushed, whatever thread that is (collect asserts it). */
static void
test_back_to_its_context (void)
{
  g_autoptr (LedgerTaskQueue) queue = ledger_task_queue_new ("test");
  GThread *threads[3];
  for (int i = 0; i < 3; i++)
    threads[i] = g_thread_new ("pusher", push_from_thread, queue);
  for (int i = 0; i < 3; i++)
    g_thread_join (threads[i]);
}

static void
test_dispose_closes (void)
{
  LedgerTaskQueue *queue = ledger_task_queue_new ("test");
  Collected collected = collected_new ();
  push_number (queue, 21, NULL, &collected);
  g_assert_finalize_object (queue);
  while (collected.expected > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_array_index (collected.order, int, 0), ==, 42);
  g_array_unref (collected.order);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task-queue/in-order", test_in_order);
  g_test_add_func ("/task-queue/cancelled-before-it-began", test_cancelled_before_it_began);
  g_test_add_func ("/task-queue/close", test_close);
  g_test_add_func ("/task-queue/source-object-dies-at-home", test_source_object_dies_at_home);
  g_test_add_func ("/task-queue/back-to-its-context", test_back_to_its_context);
  g_test_add_func ("/task-queue/dispose-closes", test_dispose_closes);
  return g_test_run ();
}
