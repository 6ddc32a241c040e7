/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-columns.h"
#include "ledger-issue-page.h"

G_BEGIN_DECLS

/* Shared by the files of the page only: ledger-issue-page.c holds table and details together,
 * -actions.c what a person does to the selected problems, -cells.c what is edited in their cells.
 */
struct _LedgerIssuePage
{
  LedgerPage parent_instance;

  GtkWidget *left; /* "rows", "evidence" */
  GtkWidget *filter_revealer;
  GtkWidget *places; /* "table", "empty", "filtered" */
  GtkWidget *filtered;
  GtkWidget *add_first; /* on the empty page */
  GtkWidget *add_more;  /* below the table */
  GtkWidget *selected;
  GtkWidget *columns_button;
  GtkWidget *paned;
  GtkWidget *filter_bar;
  GtkWidget *table;
  GtkWidget *details;
  GtkWidget *evidence; /* NULL until a proof was looked at */
  char *left_issue;    /* selected when a page of proof took the table's place */
  double left_top;     /* where the table stood then */
  GtkWidget *menu;
  GMenu *issue_menu;
};

/* Adds the actions of the group "page"; the first calls the second. */
void ledger_issue_page_add_actions (LedgerIssuePage *self);
void ledger_issue_page_add_cell_actions (LedgerIssuePage *self);
/* Those that the selected problem's state allows. */
void ledger_issue_page_enable_actions (LedgerIssuePage *self);
/* 认领 in the header and the strip: while something is unclaimed. Walks all problems: after a
 * refresh, not at each selection. */
void ledger_issue_page_enable_claiming (LedgerIssuePage *self);
/* A double click or F2: edits COLUMN of all selected rows in a popover at its cell. */
void ledger_issue_page_edit_column (LedgerIssuePage *self, guint column);

G_END_DECLS
