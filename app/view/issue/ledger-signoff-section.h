/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-section.h"

G_BEGIN_DECLS

/* 签批: who signed what and when, and what differs since. */
#define LEDGER_TYPE_SIGNOFF_SECTION (ledger_signoff_section_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerSignoffSection, ledger_signoff_section, LEDGER, SIGNOFF_SECTION, LedgerIssueSection)

G_END_DECLS
