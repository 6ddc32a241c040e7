/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-section.h"

G_BEGIN_DECLS

/* 记录: what was ever changed in this issue, newest first, with 恢复原值. */
#define LEDGER_TYPE_TRACE_SECTION (ledger_trace_section_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerTraceSection, ledger_trace_section, LEDGER, TRACE_SECTION, LedgerIssueSection)

G_END_DECLS
