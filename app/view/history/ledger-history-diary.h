/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-history-row.h"

G_BEGIN_DECLS

/* The diary as a list model of LedgerHistoryRow: newest day first, under each day its edits, read
 * from the log in pages of 200 as far as is asked for. Its filter is its own; conditions also look
 * further back until a page is full or the log ends.
 *
 * Signals: "loaded" when more edits were read (people and days may be new), "filtered" when the
 * conditions changed. */
#define LEDGER_TYPE_HISTORY_DIARY (ledger_history_diary_get_type ())
G_DECLARE_FINAL_TYPE (LedgerHistoryDiary, ledger_history_diary, LEDGER, HISTORY_DIARY, GObject)

/* Holds no signal of DOCUMENT: the page calls refresh. */
LedgerHistoryDiary *ledger_history_diary_new (LedgerDocument *document);
GListModel *ledger_history_diary_get_rows (LedgerHistoryDiary *self);
/* Edits written since; the rest stays as it is. */
void ledger_history_diary_refresh (LedgerHistoryDiary *self);
/* Reads further back in the idle time, a page at once; FALSE where the log has been read whole. */
gboolean ledger_history_diary_load_more (LedgerHistoryDiary *self);
gboolean ledger_history_diary_is_complete (LedgerHistoryDiary *self);

/* Conditions; NULL or LEDGER_DAY_NONE: any. KIND is the log's word. */
void ledger_history_diary_set_person (LedgerHistoryDiary *self, const char *actor);
void ledger_history_diary_set_kind (LedgerHistoryDiary *self, const char *kind);
void ledger_history_diary_set_days (LedgerHistoryDiary *self, LedgerDay from, LedgerDay until);
/* Edits that concern this problem, be it among others. */
void ledger_history_diary_set_issue (LedgerHistoryDiary *self, const char *issue_id);
void ledger_history_diary_set_search (LedgerHistoryDiary *self, const char *text);
const char *ledger_history_diary_get_person (LedgerHistoryDiary *self);
const char *ledger_history_diary_get_kind (LedgerHistoryDiary *self);
const char *ledger_history_diary_get_issue (LedgerHistoryDiary *self);
void ledger_history_diary_get_days (LedgerHistoryDiary *self, LedgerDay *from, LedgerDay *until);
gboolean ledger_history_diary_is_filtered (LedgerHistoryDiary *self);
void ledger_history_diary_clear (LedgerHistoryDiary *self);

/* Of what was read: names (char*), and days (LedgerDay by GINT_TO_POINTER), newest first. */
GPtrArray *ledger_history_diary_list_people (LedgerHistoryDiary *self);
GPtrArray *ledger_history_diary_list_days (LedgerHistoryDiary *self);

G_END_DECLS
