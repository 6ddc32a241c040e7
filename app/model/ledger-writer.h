/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store.h"

G_BEGIN_DECLS

/* The writing store of a document and where it lives: on the thread `ledger-writer`, where it is
 * opened, used and closed (DESIGN 5), or in the calling thread. */
typedef struct _LedgerWriter LedgerWriter;

typedef gboolean (*LedgerWriterFunc) (LedgerStore *store,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);
/* Opens or makes the store; runs on the writer's thread. */
typedef LedgerStore *(*LedgerWriterOpener) (gconstpointer data, GError **error);

/* NULL where OPENER failed. THREADED: a thread of its own; else everything happens in the caller's.
 */
LedgerWriter *ledger_writer_new (gboolean threaded,
                                 LedgerWriterOpener opener,
                                 gconstpointer data,
                                 GError **error);
/* Finishes what was pushed, closes the store on its thread, ends the thread. */
void ledger_writer_free (LedgerWriter *writer);

/* The store of a writer that is not threaded, else NULL. */
LedgerStore *ledger_writer_get_store (LedgerWriter *writer);
/* Runs FUNC on the writer's thread and waits. From any thread but that one. */
gboolean ledger_writer_call (LedgerWriter *writer,
                             LedgerWriterFunc func,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);
/* Runs FUNC on the writer's thread (not threaded: at once) and ends TASK with its answer, a boolean
 * or an error. FUNC gets TASK's data. */
void ledger_writer_push (LedgerWriter *writer, GTask *task, LedgerWriterFunc func);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerWriter, ledger_writer_free)

G_END_DECLS
