/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows for the clipboard (Ctrl+C), made for pasting into WPS: as tab-separated text and as an HTML
 * table. In both a cell stays the text it is: "1.2.3" does not become a date, and no cell can start
 * a formula. */
typedef struct _LedgerTableCopy LedgerTableCopy;

LedgerTableCopy *ledger_table_copy_new (guint n_columns);
void ledger_table_copy_free (LedgerTableCopy *copy);

/* CELLS are n_columns texts; NULL is an empty cell. Texts are copied. A head is bold. */
void ledger_table_copy_add_head (LedgerTableCopy *copy, const char *const *cells);
void ledger_table_copy_add_row (LedgerTableCopy *copy, const char *const *cells);
guint ledger_table_copy_get_n_rows (LedgerTableCopy *copy);

/* Lines end in \n; a cell with a tab, quote or line break is quoted; a leading = + - @ that is no
 * plain number gets an apostrophe before it, which ledger_table_paste() takes off again. */
char *ledger_table_copy_to_text (LedgerTableCopy *copy);
char *ledger_table_copy_to_html (LedgerTableCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerTableCopy, ledger_table_copy_free)

G_END_DECLS
