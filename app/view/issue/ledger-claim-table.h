/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-claim-entries.h"

G_BEGIN_DECLS

/* 认领 of many as a grid: a row per department with its number of problems, which unfolds into the
 * problems one by one; filled from the sheet, 分管 and the usual people. Enter goes on to the same
 * person of the next department. Signal "changed": something may have been typed. */
#define LEDGER_TYPE_CLAIM_TABLE (ledger_claim_table_get_type ())
G_DECLARE_FINAL_TYPE (LedgerClaimTable, ledger_claim_table, LEDGER, CLAIM_TABLE, GtkWidget)

/* ISSUE_IDS: what is to be claimed. */
GtkWidget *ledger_claim_table_new (LedgerDocument *document, const char *const *issue_ids);
guint ledger_claim_table_get_n_issues (LedgerClaimTable *self);
/* Claims in EDIT what is complete (EDIT NULL: only counts) and says how many; what is not stays for
 * later. 0 with ERROR: one was refused. */
guint ledger_claim_table_claim (LedgerClaimTable *self,
                                LedgerEdit *edit,
                                guint *n_incomplete,
                                GError **error);
/* Ctrl+D: what stands in the entry with the keyboard goes into all rows below it. */
void ledger_claim_table_fill_down (LedgerClaimTable *self);
/* The keyboard goes to the first handler. */
void ledger_claim_table_start (LedgerClaimTable *self);

/* Whether anything was written that would be lost. */
gboolean ledger_claim_table_is_touched (LedgerClaimTable *self);

G_END_DECLS
