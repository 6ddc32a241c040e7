/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* 人员与设置: the round with its dates, phases and milestones, people, departments, and how things
 * are named and counted. One edit per field left, each with 撤销; on a ledger open for reading
 * nothing can be changed. */
#define LEDGER_TYPE_PEOPLE_PAGE (ledger_people_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPeoplePage, ledger_people_page, LEDGER, PEOPLE_PAGE, LedgerPage)

G_END_DECLS
