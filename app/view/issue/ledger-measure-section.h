/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-section.h"

G_BEGIN_DECLS

/* 措施: the measures of the issue, and a line in which the next one is written. */
#define LEDGER_TYPE_MEASURE_SECTION (ledger_measure_section_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerMeasureSection, ledger_measure_section, LEDGER, MEASURE_SECTION, LedgerIssueSection)

/* Unfolds it and puts the keyboard into the line for the next measure. */
void ledger_measure_section_start (LedgerMeasureSection *self);
/* 定位: the measure's row, selected. */
void ledger_measure_section_show (LedgerMeasureSection *self, const char *measure_id);

G_END_DECLS
