/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* 认领 of many, one row per department: a sub-page. Claims the unclaimed of the session's
 * selection, where several are selected; else all that are unclaimed. */
#define LEDGER_TYPE_CLAIM_PAGE (ledger_claim_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerClaimPage, ledger_claim_page, LEDGER, CLAIM_PAGE, LedgerPage)

G_END_DECLS
