/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-calendar.h"
#include "ledger-schedule-rows.h"
#include "ledger-scroll-area.h"
#include "ledger-time-line.h"

G_BEGIN_DECLS

/* Rows and bars over a time line, drawn in snapshot; only what is seen is drawn, so that the cost
 * does not depend on the number of rows. Scrollable; reading only. Late is hatched and said in
 * words, never colour alone. Signals: "row-activated" (guint index: double click, Enter),
 * "fold-toggled" (guint index). */
#define LEDGER_TYPE_GANTT (ledger_gantt_get_type ())
G_DECLARE_FINAL_TYPE (LedgerGantt, ledger_gantt, LEDGER, GANTT, LedgerScrollArea)

#define LEDGER_GANTT_NO_ROW G_MAXUINT

/* CALENDAR is kept. */
GtkWidget *ledger_gantt_new (LedgerCalendar *calendar, LedgerDay today);
/* After midnight, or when the holidays of a year were imported. */
void ledger_gantt_set_days (LedgerGantt *self, LedgerCalendar *calendar, LedgerDay today);
/* Keeps scroll, zoom and the selected row (by place) as they are. */
void ledger_gantt_set_rows (LedgerGantt *self, LedgerScheduleRows *rows);
LedgerScheduleRows *ledger_gantt_get_rows (LedgerGantt *self);
/* Whether ISSUE_ID's measures are folded away, for the triangle. Borrowed set. */
void ledger_gantt_set_folded (LedgerGantt *self, GHashTable *folded);

guint ledger_gantt_get_selected (LedgerGantt *self);
void ledger_gantt_select (LedgerGantt *self, guint index); /* and scrolls to it */

/* The row at the height Y of the widget, or LEDGER_GANTT_NO_ROW. */
guint ledger_gantt_get_row_at (LedgerGantt *self, double y);
/* Where the left columns of a row lie in the widget. */
void ledger_gantt_get_row_area (LedgerGantt *self, guint index, GdkRectangle *area);

/* 全程: everything in the width there is (the default, kept while the window changes). */
void ledger_gantt_fit (LedgerGantt *self);
/* Pixels per day, around the middle of what is seen. */
void ledger_gantt_zoom (LedgerGantt *self, double per_day);
double ledger_gantt_get_zoom (LedgerGantt *self);
void ledger_gantt_show_day (LedgerGantt *self, LedgerDay day);

G_END_DECLS
