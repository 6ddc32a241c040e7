/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-heading-cell.h"

G_BEGIN_DECLS

/* The cell of HEADING (an id) that is on the screen at or below WIDGET, NULL where there is none.
 */
GtkWidget *ledger_heading_test_find_cell (GtkWidget *widget, const char *heading);

G_END_DECLS
