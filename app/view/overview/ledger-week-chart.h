/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-calendar.h"
#include "ledger-table-copy.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 未来8周到期: a column a week with its Monday under it, or the holiday that falls into it:
 * 哪一周会挤.
 */
#define LEDGER_TYPE_WEEK_CHART (ledger_week_chart_get_type ())
G_DECLARE_FINAL_TYPE (LedgerWeekChart, ledger_week_chart, LEDGER, WEEK_CHART, GtkWidget)

#define LEDGER_WEEK_CHART_WEEKS 8

/* WEEKS: LEDGER_WEEK_CHART_WEEKS numbers from the week of TODAY. */
void ledger_week_chart_set_weeks (LedgerWeekChart *self,
                                  const guint *weeks,
                                  LedgerDay today,
                                  LedgerCalendar *calendar);
LedgerTableCopy *ledger_week_chart_copy (LedgerWeekChart *self);

G_END_DECLS
