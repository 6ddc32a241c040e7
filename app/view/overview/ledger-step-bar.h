/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-statistics.h"
#include "ledger-table-copy.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 卡在哪一步: every issue at its step, one segmented bar under its words: 卡在办、审还是签. */
#define LEDGER_TYPE_STEP_BAR (ledger_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (LedgerStepBar, ledger_step_bar, LEDGER, STEP_BAR, GtkWidget)

/* REVIEWED: the ledger asks for 审核; else that step stands only while something waits there. */
void
ledger_step_bar_set_counts (LedgerStepBar *self, const LedgerCounts *counts, gboolean reviewed);
LedgerTableCopy *ledger_step_bar_copy (LedgerStepBar *self);

G_END_DECLS
