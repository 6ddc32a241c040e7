/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-columns.h"

G_BEGIN_DECLS

/* A popover that edits 责任部门, 承办人 or 时限 of all selected issues at once, or adds one
 * progress note to each. Enter writes, Esc leaves. It frees itself when it is closed.
 *
 * PARENT holds it, AREA (in PARENT's coordinates) is the cell. DONE (may be NULL) is called when it
 * was closed, so that the keyboard can return to the row. */
typedef void (*LedgerCellEditorClosed) (gpointer data);
void ledger_cell_editor_open (GtkWidget *parent,
                              const GdkRectangle *area,
                              LedgerDocument *document,
                              LedgerSession *session,
                              LedgerIssueColumn column,
                              LedgerCellEditorClosed closed,
                              gpointer data);
/* The same for 进展. */
void ledger_cell_editor_open_note (GtkWidget *parent,
                                   const GdkRectangle *area,
                                   LedgerDocument *document,
                                   LedgerSession *session,
                                   LedgerCellEditorClosed closed,
                                   gpointer data);

G_END_DECLS
