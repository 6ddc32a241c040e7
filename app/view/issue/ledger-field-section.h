/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-section.h"

G_BEGIN_DECLS

/* 更多信息: the fields that are folded away, each changed in its place. */
#define LEDGER_TYPE_FIELD_SECTION (ledger_field_section_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerFieldSection, ledger_field_section, LEDGER, FIELD_SECTION, LedgerIssueSection)

/* 定位: unfolds it; the keyboard goes to the field. */
void ledger_field_section_locate (LedgerFieldSection *self, const char *field);

G_END_DECLS
