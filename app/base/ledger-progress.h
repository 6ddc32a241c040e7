/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How far a job is, told from the job's thread and read on the main thread. Properties "fraction"
 * (0…1, -1 unknown) and "text" notify on the main context it was made on, at most 20 times a
 * second. */
#define LEDGER_TYPE_PROGRESS (ledger_progress_get_type ())
G_DECLARE_FINAL_TYPE (LedgerProgress, ledger_progress, LEDGER, PROGRESS, GObject)

LedgerProgress *ledger_progress_new (void);
/* From any thread; PROGRESS may be NULL, so that use cases need no test. */
void ledger_progress_report (LedgerProgress *progress, guint64 done, guint64 total);
void ledger_progress_say (LedgerProgress *progress, const char *text);
double ledger_progress_get_fraction (LedgerProgress *progress);
char *ledger_progress_dup_text (LedgerProgress *progress);

G_END_DECLS
