/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* 总览: figures that open the rows they count (UI §1). */
#define LEDGER_TYPE_OVERVIEW_PAGE (ledger_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerOverviewPage, ledger_overview_page, LEDGER, OVERVIEW_PAGE, LedgerPage)

G_END_DECLS
