/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-statistics.h"
#include "ledger-table-copy.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 各部门: one stacked bar a department by light, most late first, at most 8 and 其余: 该给谁打电话.
 * The same numbers as a table of all departments. */
#define LEDGER_TYPE_STACK_CHART (ledger_stack_chart_get_type ())
G_DECLARE_FINAL_TYPE (LedgerStackChart, ledger_stack_chart, LEDGER, STACK_CHART, GtkWidget)

/* DEPARTMENTS as from ledger_counts_by_department_where(); borrowed for the call. */
void ledger_stack_chart_set_departments (LedgerStackChart *self, GPtrArray *departments);
void ledger_stack_chart_set_table (LedgerStackChart *self, gboolean table);
/* Which light is which pattern, as far as they occur. */
GtkWidget *ledger_stack_chart_get_legend (LedgerStackChart *self);
/* All departments, also those under 其余. */
LedgerTableCopy *ledger_stack_chart_copy (LedgerStackChart *self);

G_END_DECLS
