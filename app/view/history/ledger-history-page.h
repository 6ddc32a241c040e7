/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* 操作记录: a diary by day, one line per edit. */
#define LEDGER_TYPE_HISTORY_PAGE (ledger_history_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerHistoryPage, ledger_history_page, LEDGER, HISTORY_PAGE, LedgerPage)

G_END_DECLS
