/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* Where the round stands in time, as 总览 says it. */

/* The day of handing in, or LEDGER_DAY_NONE. */
LedgerDay ledger_round_time_get_due (LedgerDocument *document);
/* "距4月20日报送还有41天，28个工作日", also for today and for what is past. */
char *ledger_round_time_describe (LedgerDocument *document, LedgerDay due);
/* The share of the time between the feedback (else the receipt) and the day of handing in, 0 to 1;
 * negative where one of the days is not known. */
double ledger_round_time_get_elapsed (LedgerDocument *document);

G_END_DECLS
