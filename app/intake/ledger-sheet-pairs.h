/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"
#include "ledger-sheet-doubt.h"
#include "ledger-sheet-layout.h"

G_BEGIN_DECLS

/* The pairs of PLAN that nobody has decided, as doubts about the cells of their problems: elements
 * LedgerDoubt*, owned by the array. */
GPtrArray *ledger_sheet_pairs_tell (LedgerImportPlan *plan, const LedgerSheetLayout *layout);

G_END_DECLS
