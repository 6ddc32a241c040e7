/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 完成与时间: how much is done, with a mark where time stands: 赶得上报送吗. */
#define LEDGER_TYPE_ELAPSED_BAR (ledger_elapsed_bar_get_type ())
G_DECLARE_FINAL_TYPE (LedgerElapsedBar, ledger_elapsed_bar, LEDGER, ELAPSED_BAR, GtkWidget)

/* Shares from 0 to 1; ELAPSED negative: no mark. WORDS is what a screen reader hears. */
void ledger_elapsed_bar_set_shares (LedgerElapsedBar *self,
                                    double done,
                                    double elapsed,
                                    const char *words);

G_END_DECLS
