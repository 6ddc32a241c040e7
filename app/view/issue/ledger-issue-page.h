/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* 问题台账: table and details; hosts the evidence page in the table's place. */
#define LEDGER_TYPE_ISSUE_PAGE (ledger_issue_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerIssuePage, ledger_issue_page, LEDGER, ISSUE_PAGE, LedgerPage)

G_END_DECLS
