/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-claim-grid.h"
#include "ledger-picker-entry.h"

G_BEGIN_DECLS

/* The pickers of one line of the claim page: a department with its issues, or one issue below it.
 * What nobody touched is as it was proposed; a mixed role is empty until it is given a name for
 * all. */
#define LEDGER_TYPE_CLAIM_ENTRIES (ledger_claim_entries_get_type ())
G_DECLARE_FINAL_TYPE (LedgerClaimEntries, ledger_claim_entries, LEDGER, CLAIM_ENTRIES, GObject)

/* A department and its number of issues, or an issue and its department, then the roles. */
enum
{
  LEDGER_CLAIM_COLUMN_FIRST,
  LEDGER_CLAIM_COLUMN_SECOND,
  LEDGER_CLAIM_COLUMN_ROLES,
  LEDGER_N_CLAIM_COLUMNS = LEDGER_CLAIM_COLUMN_ROLES + LEDGER_N_CLAIM_ROLES,
};

/* Puts WIDGET into a COLUMN of GRID, whose own columns are of equal width and narrower. */
void ledger_claim_entries_attach (GtkGrid *grid, GtkWidget *widget, guint column, int row);

/* Places department, LABEL and roles into GRID at ROW, LABEL first where it names an ISSUE. ROLES
 * and MIXED have LEDGER_N_CLAIM_ROLES entries; MIXED may be NULL. */
LedgerClaimEntries *ledger_claim_entries_new (LedgerDocument *document,
                                              GtkGrid *grid,
                                              int row,
                                              GtkWidget *label,
                                              gboolean issue,
                                              const char *department,
                                              const LedgerClaimProposal *roles,
                                              const gboolean *mixed);
/* What a person wrote here, "" where it was emptied; NULL: it is as it was proposed. */
const char *ledger_claim_entries_get_department (LedgerClaimEntries *self);
const char *ledger_claim_entries_get_role (LedgerClaimEntries *self, LedgerClaimRole role);
/* What stands in the entry. */
const char *ledger_claim_entries_peek_role (LedgerClaimEntries *self, LedgerClaimRole role);
/* People named in one line are found in all others that share PEOPLE. */
void ledger_claim_entries_share_coming (LedgerClaimEntries *self, GtkStringList *people);
/* What an empty entry of this issue takes from its department's ROW stands grey in it. */
void ledger_claim_entries_inherit (LedgerClaimEntries *self, LedgerClaimEntries *row);
/* Whether a person wrote anything here. */
gboolean ledger_claim_entries_is_touched (LedgerClaimEntries *self);
/* Ctrl+D: takes NAME as if it were typed. */
void
ledger_claim_entries_take_role (LedgerClaimEntries *self, LedgerClaimRole role, const char *name);
/* The role whose entry holds FOCUS; FALSE where none does. */
gboolean
ledger_claim_entries_has_focus (LedgerClaimEntries *self, GtkWidget *focus, LedgerClaimRole *role);
void ledger_claim_entries_set_visible (LedgerClaimEntries *self, gboolean visible);
/* In the department's empty entry. */
void ledger_claim_entries_set_hint (LedgerClaimEntries *self, const char *hint);
void ledger_claim_entries_focus_role (LedgerClaimEntries *self, LedgerClaimRole role);
/* The keyboard goes to the handler, who is hardly ever in the sheet. */
void ledger_claim_entries_start (LedgerClaimEntries *self);

G_END_DECLS
