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
 * callback as usual. A cancelled task that has not begun is ended without calling FUNC. */
void ledger_task_queue_push (LedgerTaskQueue *self, GTask *task, LedgerTaskFunc func);
/* Tasks waiting or running. */
guint ledger_task_queue_get_pending (LedgerTaskQueue *self);
/* Finishes what was pushed, ends the thread and waits for it. Called by dispose too. */
void ledger_task_queue_close (LedgerTaskQueue *self);

G_END_DECLS
