/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* One row of the diary: a day, or an edit of that day in words. Read-only but for "expanded". */
#define LEDGER_TYPE_HISTORY_ROW (ledger_history_row_get_type ())
G_DECLARE_FINAL_TYPE (LedgerHistoryRow, ledger_history_row, LEDGER, HISTORY_ROW, GObject)

LedgerHistoryRow *ledger_history_row_new_day (LedgerDocument *document, LedgerDay day);
/* Takes LINE over. The words are those of now: an edit is told once and stays. */
LedgerHistoryRow *ledger_history_row_new (LedgerDocument *document, LedgerLogLine *line);

/* NULL for the row of a day. */
const LedgerLogLine *ledger_history_row_get_line (LedgerHistoryRow *self);
LedgerDay ledger_history_row_get_day (LedgerHistoryRow *self);
const char *ledger_history_row_get_title (LedgerHistoryRow *self);   /* or the day's words */
const char *ledger_history_row_get_summary (LedgerHistoryRow *self); /* never NULL */
const char *ledger_history_row_get_clock (LedgerHistoryRow *self);   /* "09:31" */
const char *ledger_history_row_get_issue (LedgerHistoryRow *self);   /* id, or NULL */
/* The one field that 恢复原值 can put back; NULL where there is none or there are several. */
const LedgerOperation *ledger_history_row_get_restorable (LedgerHistoryRow *self);
/* More than the summary says: several fields, a long text, a reason. */
gboolean ledger_history_row_has_details (LedgerHistoryRow *self);
/* Read anew each time; NULL where the log cannot be read. */
GPtrArray *ledger_history_row_read_operations (LedgerHistoryRow *self);
gboolean ledger_history_row_get_expanded (LedgerHistoryRow *self);
void ledger_history_row_set_expanded (LedgerHistoryRow *self, gboolean expanded);
/* Whether the edit touched the problem or what hangs on it; an import of very many is taken to. */
gboolean ledger_history_row_concerns (LedgerHistoryRow *self, const char *issue_id);
/* Its cells for the clipboard, day, time, person, what, on
 * which problem, before and after. Free with g_strfreev. */
#define LEDGER_HISTORY_N_COLUMNS 6
GStrv ledger_history_row_dup_cells (LedgerHistoryRow *self);
/* FOLDED by ledger_text_fold(). */
gboolean ledger_history_row_matches (LedgerHistoryRow *self, const char *folded);

G_END_DECLS
