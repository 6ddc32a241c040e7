/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-section.h"

G_BEGIN_DECLS

/* 认领 of one issue: a form in its place, proposals filled in with their source. Only department
 * and lead leader are needed. */
#define LEDGER_TYPE_CLAIM_SECTION (ledger_claim_section_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerClaimSection, ledger_claim_section, LEDGER, CLAIM_SECTION, LedgerIssueSection)

/* Unfolds it; the keyboard goes to the first thing that is missing. */
void ledger_claim_section_start (LedgerClaimSection *self);
/* 定位: the keyboard goes to what FIELD of the claim holds. */
void ledger_claim_section_locate (LedgerClaimSection *self, const char *field);
void ledger_claim_section_save (LedgerClaimSection *self);
/* Forgets what was typed and folds. */
void ledger_claim_section_cancel (LedgerClaimSection *self);

G_END_DECLS
