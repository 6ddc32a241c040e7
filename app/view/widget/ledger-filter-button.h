/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A condition of a filter bar: “部门▾” while nothing is chosen, else what is, underlined in the
 * accent colour; a long name gives way to the others. Its menu is made when it is opened.
 *
 * Property "title": its word and accessible name.
 *
 * Signals: "fill", the menu is about to open and wants its choices after “不限”
 * (ledger_filter_button_offer()); "chosen" (string), one was taken: its word, NULL for “不限”. What
 * is shown follows the filter, not the click: ledger_filter_button_show(). */
#define LEDGER_TYPE_FILTER_BUTTON (ledger_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFilterButton, ledger_filter_button, LEDGER, FILTER_BUTTON, GtkWidget)

/* During "fill" only. WORD is what "chosen" tells, LABEL what people read. */
void ledger_filter_button_offer (LedgerFilterButton *self, const char *word, const char *label);
/* LABEL NULL: nothing is chosen. WORD NULL: none of those offered (several at once). */
void ledger_filter_button_show (LedgerFilterButton *self, const char *word, const char *label);

G_END_DECLS
