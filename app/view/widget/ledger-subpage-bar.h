/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The head of a sub-page (46 px): ‹ 返回, title, whatever the page puts in the middle, its blue
 * button at the end. ‹ 返回 activates BACK_ACTION ("win.pop-subpage" where it is NULL). In a
 * template: children stand beside the title, those of type "end" at the right end. */
#define LEDGER_TYPE_SUBPAGE_BAR (ledger_subpage_bar_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSubpageBar, ledger_subpage_bar, LEDGER, SUBPAGE_BAR, GtkWidget)

GtkWidget *ledger_subpage_bar_new (const char *title, const char *back_action);
void ledger_subpage_bar_set_title (LedgerSubpageBar *self, const char *title);
/* At the right end, in order. */
void ledger_subpage_bar_append_end (LedgerSubpageBar *self, GtkWidget *child);

G_END_DECLS
