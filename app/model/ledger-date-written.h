/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date-parts.h"

G_BEGIN_DECLS

/* Dates that are written out: 2026年3月5日, 26.3.5, 3-5月, 0305, 三季度. Each moves *AT on only
 * where it succeeds; texts are simple ones (ledger-date-words.h). */

gboolean ledger_date_written_read (const char **at, LedgerDateParts *parts);

/* After a month: its day or which part of it is meant; the whole of it where nothing is. */
void ledger_date_written_take_day_of_month (const char **at, LedgerDateParts *parts);
/* What follows 2026年, 今年, 明年; the whole year where nothing does. */
void ledger_date_written_take_after_year (const char **at, LedgerDateParts *parts);

G_END_DECLS
