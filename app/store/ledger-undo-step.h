/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"

G_BEGIN_DECLS

/* Which edit 撤销 or 重做 would turn (LOG 8): found in the log alone, so that it survives a
 * restart.
 */

/* Undo: the latest edit of DESK that wrote something and is neither an undo nor undone; merges are
 * no steps. REDO: the latest undo of DESK that was not redone, with no ordinary edit of that desk
 * after it. 0 where there is none, also with ERROR. */
gint64 ledger_undo_step_find (LedgerLog *log, const char *desk, gboolean redo, GError **error);
/* The title that people gave the edit, however often it was undone and redone since; NULL with
 * ERROR. */
char *ledger_undo_step_dup_title (LedgerLog *log, gint64 edit, GError **error);

G_END_DECLS
