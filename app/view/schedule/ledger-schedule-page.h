/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* 阶段计划: phases and measures on a time line, reading only. */
#define LEDGER_TYPE_SCHEDULE_PAGE (ledger_schedule_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSchedulePage, ledger_schedule_page, LEDGER, SCHEDULE_PAGE, LedgerPage)

G_END_DECLS
