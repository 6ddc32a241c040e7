/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ledger-import-plan.h"

G_BEGIN_DECLS

/* One row of what an import makes of the ledger: a heading, a line of the plan, or the offer of a
 * pair. */
#define LEDGER_TYPE_IMPORT_OUTCOME_ROW (ledger_import_outcome_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerImportOutcomeRow, ledger_import_outcome_row, LEDGER, IMPORT_OUTCOME_ROW, GObject)

/* NULL for a heading and a pair. */
const LedgerImportLine *ledger_import_outcome_row_get_line (LedgerImportOutcomeRow *self);
/* NULL for all but a pair. */
const LedgerImportPair *ledger_import_outcome_row_get_pair (LedgerImportOutcomeRow *self);
const char *ledger_import_outcome_row_get_text (LedgerImportOutcomeRow *self);
/* Another value of what the row before was about. */
gboolean ledger_import_outcome_row_is_continued (LedgerImportOutcomeRow *self);
void ledger_import_outcome_row_set_continued (LedgerImportOutcomeRow *self, gboolean continued);
/* 0 for the uppermost heading, one more for each step down. */
guint ledger_import_outcome_row_get_depth (LedgerImportOutcomeRow *self);
/* For people, NULL where there is none: the field that differs (整改时限), the value it has now and
 * the value of the list. */
char *ledger_import_outcome_row_dup_field (LedgerImportOutcomeRow *self);
/* "“学习不深入”的整改时限", or the text alone: what a tick is about. */
char *ledger_import_outcome_row_dup_subject (LedgerImportOutcomeRow *self);
char *ledger_import_outcome_row_dup_before (LedgerImportOutcomeRow *self);
char *ledger_import_outcome_row_dup_after (LedgerImportOutcomeRow *self);
gboolean ledger_import_outcome_row_get_chosen (LedgerImportOutcomeRow *self);

/* LINE (NULL for a heading) is borrowed of the plan; TEXT is taken. */
LedgerImportOutcomeRow *
ledger_import_outcome_row_new (LedgerImportLine *line, char *text, guint depth);
LedgerImportOutcomeRow *ledger_import_outcome_row_new_pair (const LedgerImportPair *pair,
                                                            guint depth);

G_END_DECLS
