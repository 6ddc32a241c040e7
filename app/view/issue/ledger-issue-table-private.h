/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-column-layout.h"
#include "ledger-issue-table.h"

G_BEGIN_DECLS

#define LEDGER_ISSUE_TABLE_GROUP "issues" /* of the settings */

/* Shared by the files of the table only: ledger-issue-table.c holds rows and selection models,
 * -filling.c lets the view have them bit by bit, -cells.c what is bound to them, -selection.c the
 * session's selection, -columns.c order and columns, -input.c pointer, keys and what is dragged
 * away. */
struct _LedgerIssueTable
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  LedgerIssueRows *rows;
  GtkSliceListModel *slice;
  GtkMultiSelection *selection;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkWidget *columns_menu; /* popover of 列… */
  LedgerColumnLayout *layout;
  GtkColumnViewColumn *columns[LEDGER_N_ISSUE_COLUMNS];
  GHashTable *bound; /* GtkListItem now shown -> its column */
  LedgerIssueColumn probed;
  LedgerIssueColumn current;
  guint first_selected; /* where the selection was, for when its rows go */
  gboolean one_line;
  gboolean syncing;
  guint fill_source;
  guint reduce_source;
  guint top_source; /* brings `wanted_top` to pass */
  double wanted_top;
  GStrv dragged; /* issue ids */
};

void ledger_issue_table_begin_filling (LedgerIssueTable *self);
void ledger_issue_table_stop_filling (LedgerIssueTable *self);

void ledger_issue_table_fill_cells (LedgerIssueTable *self, GHashTable *ids);
void ledger_issue_table_add_cells (LedgerIssueTable *self, GtkListItemFactory *factory);
/* The cell of COLUMN in the row of ISSUE_ID, or any of the row's where that column is hidden. */
GtkWidget *ledger_issue_table_find_cell (LedgerIssueTable *self,
                                         const char *issue_id,
                                         LedgerIssueColumn column);
/* The keyboard goes to the row of CELL; NULL: to the view. */
void ledger_issue_table_focus_cell (LedgerIssueTable *self, GtkWidget *cell);
/* What lies at X, Y of the view; NULL: no cell. */
GtkListItem *ledger_issue_table_pick_item (LedgerIssueTable *self, double x, double y);

void ledger_issue_table_take_selection (LedgerIssueTable *self);
void ledger_issue_table_show_selection (LedgerIssueTable *self);
void ledger_issue_table_keep_selection (LedgerIssueTable *self);

void ledger_issue_table_add_columns (LedgerIssueTable *self);
void ledger_issue_table_restore_sort (LedgerIssueTable *self);

void ledger_issue_table_add_input (LedgerIssueTable *self);
/* The signals that input leads to. */
void ledger_issue_table_emit_edit (LedgerIssueTable *self, LedgerIssueColumn column);
void ledger_issue_table_emit_opened (LedgerIssueTable *self);
void ledger_issue_table_emit_menu (LedgerIssueTable *self, double x, double y);

G_END_DECLS
