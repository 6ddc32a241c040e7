/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-chart-mark.h"

G_BEGIN_DECLS

/* A stacked bar: parts side by side, their widths as their values but never so small that the
 * number is cut. Nothing is drawn for a part of 0. */
#define LEDGER_TYPE_SEGMENT_BAR (ledger_segment_bar_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSegmentBar, ledger_segment_bar, LEDGER, SEGMENT_BAR, GtkWidget)

GtkWidget *ledger_segment_bar_new (void);
/* SCALE: the sum that would fill the whole width; at least that of the parts. */
void ledger_segment_bar_set_parts (LedgerSegmentBar *self,
                                   const LedgerChartPart *parts,
                                   guint n,
                                   guint scale);

G_END_DECLS
