/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"
#include "ledger-statistics.h"

G_BEGIN_DECLS

/* The one filter that 总览, 问题台账 and 阶段计划 share: every condition must hold. A GtkFilter
 * over LedgerIssue records, so that a list takes it as it is; it emits GtkFilter::changed once for
 * each change of a condition, and also when the ledger was refreshed in a way that may matter to
 * it. */
#define LEDGER_TYPE_FILTER (ledger_filter_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFilter, ledger_filter, LEDGER, FILTER, GtkFilter)

/* DOCUMENT may be NULL (start page): then nothing matches. */
LedgerFilter *ledger_filter_new (LedgerDocument *document);

gboolean ledger_filter_matches (LedgerFilter *self, const LedgerIssueFacts *facts);
/* As if HEADING were chosen instead of the heading now set: for counts in the navigator. */
gboolean ledger_filter_matches_but_heading (LedgerFilter *self, const LedgerIssueFacts *facts);
gboolean ledger_filter_is_empty (LedgerFilter *self);
/* The heading alone: what 总览 counts, whose figures set the other conditions. */
gboolean ledger_filter_matches_heading (LedgerFilter *self, const LedgerIssueFacts *facts);
/* “现有筛选：逾期、办公室”; NULL where the filter is empty. */
char *ledger_filter_describe (LedgerFilter *self);
/* The days between which it is due, for people; NULL: whenever. */
char *ledger_filter_describe_due (LedgerFilter *self);
/* The conditions alone: “逾期、办公室”; NULL where empty. */
char *ledger_filter_describe_conditions (LedgerFilter *self);
void ledger_filter_clear (LedgerFilter *self);

/* Each setter takes NULL (or the "none" named) for no condition. Ids are of the ledger's records.
 */
/* With its subtree; or LEDGER_FILTER_UNPLACED: 待归位, what no heading can be reached for. */
#define LEDGER_FILTER_UNPLACED "?"
void ledger_filter_set_heading (LedgerFilter *self, const char *heading_id);
const char *ledger_filter_get_heading (LedgerFilter *self);
/* A set of 1u << LedgerState; 0: any. */
void ledger_filter_set_states (LedgerFilter *self, guint states);
guint ledger_filter_get_states (LedgerFilter *self);
/* Or LEDGER_FILTER_NO_DEPARTMENT: those where none is written. */
#define LEDGER_FILTER_NO_DEPARTMENT "-"
void ledger_filter_set_department (LedgerFilter *self, const char *department_id);
const char *ledger_filter_get_department (LedgerFilter *self);
void ledger_filter_set_leader (LedgerFilter *self, const char *person_id); /* 牵头领导 */
const char *ledger_filter_get_leader (LedgerFilter *self);
/* A figure of 总览, also the lights of 时限▾; LEDGER_FIGURE_ALL: none. */
void ledger_filter_set_figure (LedgerFilter *self, LedgerFigure figure);
LedgerFigure ledger_filter_get_figure (LedgerFilter *self);
/* Due on FROM … UNTIL, both included; LEDGER_DAY_NONE: open end. */
void ledger_filter_set_due (LedgerFilter *self, LedgerDay from, LedgerDay until);
void ledger_filter_get_due (LedgerFilter *self, LedgerDay *from, LedgerDay *until);
/* Found in number, wording, department or people; pinyin initials find names. */
void ledger_filter_set_search (LedgerFilter *self, const char *text);
const char *ledger_filter_get_search (LedgerFilter *self);

/* All conditions as one value, for the back list. */
GVariant *ledger_filter_save (LedgerFilter *self);
void ledger_filter_restore (LedgerFilter *self, GVariant *conditions);

G_END_DECLS
