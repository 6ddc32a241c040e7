/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-fact-cell.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* What the table of issues shows, by what it is sorted, and what is copied from it: one line per
 * column. */
typedef enum
{
  LEDGER_ISSUE_COLUMN_NUMBER,
  LEDGER_ISSUE_COLUMN_TEXT,
  LEDGER_ISSUE_COLUMN_LEADER,
  LEDGER_ISSUE_COLUMN_DEPARTMENT,
  LEDGER_ISSUE_COLUMN_HANDLER,
  LEDGER_ISSUE_COLUMN_DUE,
  LEDGER_ISSUE_COLUMN_MEASURES,
  LEDGER_ISSUE_COLUMN_EVIDENCE,
  LEDGER_ISSUE_COLUMN_STATE,
  LEDGER_N_ISSUE_COLUMNS,
} LedgerIssueColumn;

const char *ledger_issue_column_get_key (LedgerIssueColumn column);   /* "due": kept in settings */
const char *ledger_issue_column_get_title (LedgerIssueColumn column); /* translated */
/* Pixels at the ordinary type size; -1: takes the rest. */
int ledger_issue_column_get_width (LedgerIssueColumn column);
/* By default, in a window of that size. */
gboolean
ledger_issue_column_is_shown (LedgerIssueColumn column, LedgerSizeClass size, gboolean large_type);
/* Whether a double click or F2 edits it (责任部门, 承办人, 时限). */
gboolean ledger_issue_column_is_edited (LedgerIssueColumn column);
/* Which record and field that edits; the record bears the id of the issue. FALSE: it edits none. */
gboolean
ledger_issue_column_get_target (LedgerIssueColumn column, const char **type, const char **field);
/* LEDGER_N_ISSUE_COLUMNS where KEY is none. */
LedgerIssueColumn ledger_issue_column_from_key (const char *key);

/* Two facts of the issue into CELL. */
void ledger_issue_column_fill (LedgerIssueColumn column,
                               LedgerDocument *document,
                               const LedgerIssueFacts *facts,
                               LedgerFactCell *cell);
/* One text for the clipboard, or NULL. */
char *ledger_issue_column_dup_text (LedgerIssueColumn column,
                                    LedgerDocument *document,
                                    const LedgerIssueFacts *facts);
/* The name that the column is sorted by, where it is one (by pinyin); else NULL and *KEY orders.
 * FALSE: there is nothing, the row comes last. */
gboolean ledger_issue_column_get_order (LedgerIssueColumn column,
                                        const LedgerIssueFacts *facts,
                                        const char **name,
                                        guint64 *key);

G_END_DECLS
