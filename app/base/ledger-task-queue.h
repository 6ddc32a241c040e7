/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thread with a queue: the only hand-over between threads in the program (DESIGN 5). Tasks run
 * one after another in the order in which they were pushed; results come back on the main context
 * that pushed them. */
#define LEDGER_TYPE_TASK_QUEUE (ledger_task_queue_get_type ())
G_DECLARE_FINAL_TYPE (LedgerTaskQueue, ledger_task_queue, LEDGER, TASK_QUEUE, GObject)

/* Runs in the queue's thread. Ends TASK with g_task_return_*. */
typedef GTaskThreadFunc LedgerTaskFunc;

LedgerTaskQueue *ledger_task_queue_new (const char *thread_name);
/* Takes a reference on TASK until it is done. TASK carries source object, data, cancellable and
 * callback as usual. A cancelled task that has not begun is ended without calling FUNC.
 * After close a task ends at once with G_IO_ERROR_CANCELLED. TASK is let go on its own context,
 * after its callback: never is a source object finalized in the queue's thread. */
void ledger_task_queue_push (LedgerTaskQueue *self, GTask *task, LedgerTaskFunc func);
/* Finishes what was pushed, ends the thread and waits for it. Not from the queue's own thread. May
 * be called twice. Dispose does so, too, but does not wait for a thread that has nothing to do. */
void ledger_task_queue_close (LedgerTaskQueue *self);

/* A task's result crosses threads inside GLib, which is built without the thread sanitizer: it is
 * told here that what a task's thread did before returning is seen by whoever takes the result.
 * Nothing of this exists in an ordinary build. */
#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#define LEDGER_TASK_QUEUE_RELEASE(task) __tsan_release (task)
#define LEDGER_TASK_QUEUE_ACQUIRE(task) __tsan_acquire (task)
#define g_task_return_pointer(task, ...)                                                           \
  (__tsan_release (task), g_task_return_pointer (task, __VA_ARGS__))
#define g_task_return_boolean(task, result)                                                        \
  (__tsan_release (task), g_task_return_boolean (task, result))
#define g_task_return_int(task, result) (__tsan_release (task), g_task_return_int (task, result))
#define g_task_return_error(task, error) (__tsan_release (task), g_task_return_error (task, error))
#define g_task_propagate_pointer(task, error)                                                      \
  (__tsan_acquire (task), g_task_propagate_pointer (task, error))
#define g_task_propagate_boolean(task, error)                                                      \
  (__tsan_acquire (task), g_task_propagate_boolean (task, error))
#define g_task_propagate_int(task, error)                                                          \
  (__tsan_acquire (task), g_task_propagate_int (task, error))
#else
#define LEDGER_TASK_QUEUE_RELEASE(task) ((void)(task))
#define LEDGER_TASK_QUEUE_ACQUIRE(task) ((void)(task))
#endif

G_END_DECLS
