/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-tint.h"

G_BEGIN_DECLS

/* One cell of a table: a fact, below it a second one as a caption, in front of either a symbol in
 * colour. Draws two Pango layouts itself: with label boxes a table's first frame is 1.5 to 4 times
 * slower. Its height depends on the font and the number of lines only, never on the text. What is
 * cut off is told by a tooltip; a screen reader hears both facts. */
#define LEDGER_TYPE_FACT_CELL (ledger_fact_cell_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFactCell, ledger_fact_cell, LEDGER, FACT_CELL, GtkWidget)

GtkWidget *ledger_fact_cell_new (void);
/* Texts are copied; either may be NULL. Without a caption FACT takes both lines. SYMBOL (or NULL)
 * stands before the caption, or before FACT where there is none, in the colour of TINT. */
void ledger_fact_cell_set_facts (LedgerFactCell *self,
                                 const char *fact,
                                 const char *caption,
                                 const char *symbol,
                                 LedgerTint tint);
/* Row height 一行: the caption is left out (and only told to the screen reader). Default FALSE. */
void ledger_fact_cell_set_one_line (LedgerFactCell *self, gboolean one_line);
/* A hatched edge at the left: this row is late. */
void ledger_fact_cell_set_hatched (LedgerFactCell *self, gboolean hatched);
const char *ledger_fact_cell_get_fact (LedgerFactCell *self);

G_END_DECLS
