/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-outcome.h"
#include "ledger-sheet-import.h"

G_BEGIN_DECLS

/* What the import page says in numbers. */

/* "40个问题 5个方面 96条措施 8个部门 14人"; of what there is none nothing is said. ABSENT problems
 * of the ledger are not in the list: a second line says that they stay. */
char *ledger_import_words_dup_sum (const LedgerSheetCounts *counts, guint absent);
/* Of the blue button: "导入40个问题", "导入2处更改". */
char *ledger_import_words_dup_button (const LedgerImportChosen *chosen);
/* "已导入40个问题、96条措施". */
char *ledger_import_words_dup_toast (const LedgerImportChosen *chosen);

G_END_DECLS
