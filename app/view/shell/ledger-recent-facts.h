/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-task-queue.h"

G_BEGIN_DECLS

/* What the start page says of a ledger opened before. */
typedef struct
{
  char *title; /* 某市某局·2026年市委巡察; NULL: not to be told, the file's name stays */
  char *subtitle; /* 逾期5 待签6 完成14/40, or why it cannot be read */
  char *changed;  /* 今天 09:31, 12月4日; NULL: not there */
} LedgerRecentFacts;

void ledger_recent_facts_free (LedgerRecentFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerRecentFacts, ledger_recent_facts_free)

/* Reads the ledger at PATH in a job of JOBS: a large one takes a moment. Opening for reading takes
 * no lock. SOURCE is given to CALLBACK. */
void ledger_recent_facts_read (LedgerTaskQueue *jobs,
                               const char *path,
                               GObject *source,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* NULL where cancelled. */
LedgerRecentFacts *ledger_recent_facts_read_finish (GAsyncResult *result);

/* "今天 09:31" for TIME (seconds) on the day NOW (likewise), else its day. */
char *ledger_recent_facts_dup_time (gint64 time, gint64 now);

G_END_DECLS
