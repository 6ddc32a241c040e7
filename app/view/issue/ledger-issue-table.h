/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-rows.h"

G_BEGIN_DECLS

/* The table of 问题台账: rows of the session's filter, its selection the session's. 40 rows stand
 * in the first frame, all after it. Sorting, row height and columns are kept in the settings.
 *
 * Signals: "edit" (guint column, a LedgerIssueColumn) for a double click on a cell that is edited
 * in its place; "opened" for Enter or a double click elsewhere; "menu" (double x, double y) in the
 * table's coordinates, the row under it being selected; "rows-updated" when the number of rows may
 * be another. */
#define LEDGER_TYPE_ISSUE_TABLE (ledger_issue_table_get_type ())
G_DECLARE_FINAL_TYPE (LedgerIssueTable, ledger_issue_table, LEDGER, ISSUE_TABLE, GtkWidget)

GtkWidget *ledger_issue_table_new (LedgerDocument *document, LedgerSession *session);
LedgerIssueRows *ledger_issue_table_get_rows (LedgerIssueTable *self);
/* 列▾: a check for each column but the problem's; its actions go into GROUP, called
 * "page". */
GMenuModel *ledger_issue_table_create_columns_menu (LedgerIssueTable *self, GActionMap *group);
/* 行高: one line or two. */
void ledger_issue_table_set_one_line (LedgerIssueTable *self, gboolean one_line);
void ledger_issue_table_select_all (LedgerIssueTable *self);
/* Scrolls to the (first) selected row and gives it the keyboard. */
void ledger_issue_table_focus_selected (LedgerIssueTable *self);
/* At once, where the row is in view. */
void ledger_issue_table_focus_row (LedgerIssueTable *self);
/* How far it is scrolled, in pixels; what is set comes to pass once the keyboard has its row. */
double ledger_issue_table_get_top (LedgerIssueTable *self);
void ledger_issue_table_set_top (LedgerIssueTable *self, double top);
/* Selects the issue where it is shown and scrolls to it; FALSE where the filter hides it. */
gboolean ledger_issue_table_reveal (LedgerIssueTable *self, const char *issue_id);
/* The issue whose row is at that point of the table, or NULL; valid until the next refresh. */
const char *ledger_issue_table_pick (LedgerIssueTable *self, double x, double y);
/* Where the cell of the first selected row stands, in the table's coordinates; FALSE where it is
 * not seen. For a column that is hidden: the row's start. */
gboolean ledger_issue_table_get_cell_area (LedgerIssueTable *self,
                                           LedgerIssueColumn column,
                                           GdkRectangle *area);
/* The edited column that was clicked last; 时限 where none was. */
LedgerIssueColumn ledger_issue_table_get_current_column (LedgerIssueTable *self);

G_END_DECLS
