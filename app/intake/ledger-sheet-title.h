/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date.h"
#include "ledger-sheet.h"

G_BEGIN_DECLS

/* What the rows above the heads of a list say; N_ROWS of them. */

/* The unit: "单位：某市某局" or 某市某局 in front of 党组, 巡察, 整改; NULL where none is named. */
char *ledger_sheet_title_dup_unit (const LedgerSheet *sheet, guint n_rows);
/* The same of one title, e.g. 2026年某市某局巡察整改任务分解表: no year, no number of an annex, no
 * name of the inspection. */
char *ledger_sheet_title_dup_unit_of (const char *title);
/* "反馈时间：2026年1月10日", or LEDGER_DAY_NONE. */
LedgerDay ledger_sheet_title_find_feedback_date (const LedgerSheet *sheet, guint n_rows);

G_END_DECLS
