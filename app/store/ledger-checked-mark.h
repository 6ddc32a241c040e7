/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* That the log of a ledger was looked at a short while ago and nobody but us wrote the file since:
 * a script of a thousand calls need not hash 200,000 operations a thousand times. The mark lies in
 * the user's cache and holds for the latest such ledger only; it knows the file by device, number,
 * size and times, so that a restored, copied or otherwise written file has none. What rots on the
 * disk without being written is seen when the mark is over. Times are UTC microseconds. */

#define LEDGER_CHECKED_MARK_LASTS (10 * G_TIME_SPAN_MINUTE)

/* When the log of PATH was looked at, or 0 where it has to be looked at now. MARK: the file of the
 * mark, NULL for the user's. */
gint64 ledger_checked_mark_read (const char *mark, const char *path, gint64 now);
/* PATH as it lies now, closed, is what was looked at at LOOKED_AT and then written by us alone. The
 * caller still holds the writer's lock. Where it cannot be kept the next call looks again. */
void ledger_checked_mark_write (const char *mark, const char *path, gint64 looked_at);

G_END_DECLS
