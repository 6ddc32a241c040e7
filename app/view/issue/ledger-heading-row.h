/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One line of the headings navigator: a heading, or all of them (id NULL). Properties (notify):
 * "title", "count" ("5/12": done by the unit, of all). */
#define LEDGER_TYPE_HEADING_ROW (ledger_heading_row_get_type ())
G_DECLARE_FINAL_TYPE (LedgerHeadingRow, ledger_heading_row, LEDGER, HEADING_ROW, GObject)

LedgerHeadingRow *ledger_heading_row_new (const char *heading_id);
const char *ledger_heading_row_get_heading (LedgerHeadingRow *self); /* NULL: all */
const char *ledger_heading_row_get_title (LedgerHeadingRow *self);
void ledger_heading_row_set_title (LedgerHeadingRow *self, const char *title);
void ledger_heading_row_set_counts (LedgerHeadingRow *self, guint done, guint all);
/* The rows below (transfer none). */
GListStore *ledger_heading_row_get_children (LedgerHeadingRow *self);

G_END_DECLS
