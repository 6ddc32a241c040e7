/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-import-outcome-row.h"

G_BEGIN_DECLS

/* What an import makes of the ledger, as rows: the headings, below them the issues with their
 * measures; where the ledger has something already, a row for each value that differs. Rows are
 * made when they are looked at: a list of 10,000 problems has 40,000 of them. */

/* The rows; GListModel of LedgerImportOutcomeRow. Signals: "chosen-changed"; "decided" (guint row
 * of the sheet, gboolean as a change), when a person said what a pair is: the plan follows later.
 */
#define LEDGER_TYPE_IMPORT_OUTCOME (ledger_import_outcome_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportOutcome, ledger_import_outcome, LEDGER, IMPORT_OUTCOME, GObject)

LedgerImportOutcome *ledger_import_outcome_new (void);
/* PLAN (or NULL) is borrowed until the next call. Rows given out before are not to be asked any
 * more once the plan before is gone; views get others at once. What is shown by its fate stays so
 * as long as there is any. */
void ledger_import_outcome_set_plan (LedgerImportOutcome *self, LedgerImportPlan *plan);
/* What becomes of an issue as a whole: new, or the strongest of what its values and measures meet.
 */
guint ledger_import_outcome_count_issues (LedgerImportOutcome *self, LedgerImportFate fate);
/* Only the rows of issues with this fate, and their headings; -1: all. */
void ledger_import_outcome_set_fate (LedgerImportOutcome *self, int fate);
void ledger_import_outcome_choose (LedgerImportOutcome *self, guint position, gboolean chosen);
/* What the pair shown at POSITION is. */
void ledger_import_outcome_decide (LedgerImportOutcome *self, guint position, gboolean as_change);

/* What the edit would write now. */
typedef struct
{
  guint issues;   /* new ones */
  guint measures; /* new ones */
  guint values;   /* changed ones */
} LedgerImportChosen;
LedgerImportChosen ledger_import_outcome_count (LedgerImportOutcome *self);

const char *ledger_import_fate_get_name (LedgerImportFate fate);

G_END_DECLS
