/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* What a window without a ledger shows: import, open, sample, new, and the ledgers opened last with
 * their counts, which are read one after another while the window is idle. */
#define LEDGER_TYPE_START_PAGE (ledger_start_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerStartPage, ledger_start_page, LEDGER, START_PAGE, LedgerPage)

G_END_DECLS
