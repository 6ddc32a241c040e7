/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-chart-pattern.h"
#include "ledger-tint.h"

G_BEGIN_DECLS

/* One part of a chart: a pattern and its number. As a button it opens the rows that it counts. */
typedef struct
{
  guint value;
  LedgerChartPattern pattern;
  LedgerTint tint;
  const char *words; /* "机关党委 逾期3": tooltip and what a screen reader hears */
  GVariant *target;  /* of "page.open-rows", may be floating; NULL: all departments */
} LedgerChartPart;

#define LEDGER_TYPE_CHART_MARK (ledger_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (LedgerChartMark, ledger_chart_mark, LEDGER, CHART_MARK, GtkWidget)

/* A pattern alone, for a legend: no number. */
GtkWidget *ledger_chart_mark_new_sample (LedgerChartPattern pattern, LedgerTint tint);
/* A bar's part with its number in the middle; fills what it is given. */
GtkWidget *ledger_chart_mark_new_part (const LedgerChartPart *part);
/* A column: its number above a pattern of LEVEL (0 … 1) of the height. */
GtkWidget *ledger_chart_mark_new_column (const LedgerChartPart *part, double level);
/* MARK within a focusable list item that opens the part's rows by click or Enter. */
GtkWidget *ledger_chart_mark_wrap (GtkWidget *mark, const LedgerChartPart *part);
/* The same as a word: "逾期3", a flat button; for tables and legends. */
GtkWidget *ledger_chart_mark_new_link (const char *text, const char *words, GVariant *target);
/* The rows that such a button opens; NULL for any other widget. */
GVariant *ledger_chart_mark_peek_rows (GtkWidget *button);
/* A name and its large number, which opens TARGET's rows. */
GtkWidget *ledger_chart_mark_new_figure (const char *name, guint number, GVariant *target);

G_END_DECLS
