/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-section.h"

G_BEGIN_DECLS

/* 佐证: the list of the issue's evidence. */
#define LEDGER_TYPE_PROOF_SECTION (ledger_proof_section_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerProofSection, ledger_proof_section, LEDGER, PROOF_SECTION, LedgerIssueSection)

/* 定位: unfolds it; the keyboard goes to the proof. */
void ledger_proof_section_locate (LedgerProofSection *self, const char *evidence_id);

G_END_DECLS
