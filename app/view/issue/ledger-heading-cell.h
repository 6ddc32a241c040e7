/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-heading-row.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* One line of the headings navigator as it is seen: the title on two lines, done/all behind it.
 * Problems that are dropped on it move under its heading.
 *
 * Properties (notify): "list-row", "row". Signal "menu": a secondary click. */
#define LEDGER_TYPE_HEADING_CELL (ledger_heading_cell_get_type ())
G_DECLARE_FINAL_TYPE (LedgerHeadingCell, ledger_heading_cell, LEDGER, HEADING_CELL, GtkWidget)

GtkWidget *ledger_heading_cell_new (LedgerSession *session);
/* LIST_ROW (its item a LedgerHeadingRow) is shown from now on; NULL: nothing. */
void ledger_heading_cell_set_list_row (LedgerHeadingCell *self, GtkTreeListRow *list_row);
LedgerHeadingRow *ledger_heading_cell_get_row (LedgerHeadingCell *self);

G_END_DECLS
