/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-paper-piece.h"
#include "ledger-paper-style.h"

G_BEGIN_DECLS

/* A ruled table: columns by share of the width, a head that is repeated on every page, cells that
 * wrap. A row taller than what a page holds is cut between lines, with its rules continued. */
typedef struct _LedgerPaperTable LedgerPaperTable;

/* SHARES: relative widths. */
LedgerPaperTable *ledger_paper_table_new (guint n_columns, const double *shares);
void ledger_paper_table_free (LedgerPaperTable *table);
/* CELLS: N_COLUMNS texts, copied; NULL is empty. */
void ledger_paper_table_set_head (LedgerPaperTable *table, const char *const *cells);
void ledger_paper_table_add_row (LedgerPaperTable *table, const char *const *cells);

/* The rows as pieces over WIDTH, none higher than MOST. */
void ledger_paper_table_append (LedgerPaperTable *table,
                                GPtrArray *pieces,
                                PangoContext *context,
                                const LedgerPaperStyle *paper,
                                double width,
                                double most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPaperTable, ledger_paper_table_free)

G_END_DECLS
