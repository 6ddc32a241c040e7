/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date-parts.h"

G_BEGIN_DECLS

/* Dates that are counted from another day: 年底, 明年3月, 下月底, 下周五, 3个月内, 15个工作日内.
 * Moves *AT on only where it succeeds. ANCHOR may be LEDGER_DAY_NONE; BASE_YEAR is what 今年 means,
 * 0: unknown. */
gboolean ledger_date_relative_read (const char **at,
                                    LedgerDay anchor,
                                    int base_year,
                                    LedgerDateParts *parts);

G_END_DECLS
