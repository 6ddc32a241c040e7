/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-column-role.h"
#include "ledger-sheet.h"

G_BEGIN_DECLS

/* Where the heads of a list stand and what each column is: guessed from the words, corrected by a
 * person. Title rows above, one or two head rows with merged groups, headings deeper or shallower
 * than two levels. */
typedef struct
{
  guint first_head_row;
  guint n_head_rows; /* 0: no heads were recognised */
  guint n_columns;
  LedgerColumnRole *roles;
} LedgerSheetLayout;

LedgerSheetLayout *ledger_sheet_layout_guess (const LedgerSheet *sheet);
/* With the heads in ROW, as a person clicked; the roles are guessed anew. */
LedgerSheetLayout *ledger_sheet_layout_guess_at (const LedgerSheet *sheet, guint row);
LedgerSheetLayout *ledger_sheet_layout_copy (const LedgerSheetLayout *layout);
void ledger_sheet_layout_free (LedgerSheetLayout *layout);

/* The column of ROLE from the left, the N-th; -1 where there is none. */
int ledger_sheet_layout_find (const LedgerSheetLayout *layout, LedgerColumnRole role, guint n);
/* How much was recognised: comparing sheets; 0 without a column of problems. */
guint ledger_sheet_layout_score (const LedgerSheetLayout *layout);
/* The words over a column, upper and lower head row joined by " · ". */
char *ledger_sheet_layout_dup_head (const LedgerSheetLayout *layout,
                                    const LedgerSheet *sheet,
                                    guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSheetLayout, ledger_sheet_layout_free)

G_END_DECLS
