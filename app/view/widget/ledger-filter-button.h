/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A condition of a filter bar: “部门▾” while nothing is chosen, else what is, underlined in the
 * accent colour; a long name gives way to the others. Its menu is made when it is opened.
 *
 * Property "title": its word and accessible name. */
#define LEDGER_TYPE_FILTER_BUTTON (ledger_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFilterButton, ledger_filter_button, LEDGER, FILTER_BUTTON, GtkWidget)

/* FILL is called with the menu button whenever it is about to open. */
void ledger_filter_button_set_fill (LedgerFilterButton *self,
                                    GtkMenuButtonCreatePopupFunc fill,
                                    gpointer data);
/* CHOSEN NULL: nothing. */
void ledger_filter_button_set_chosen (LedgerFilterButton *self, const char *chosen);

G_END_DECLS
