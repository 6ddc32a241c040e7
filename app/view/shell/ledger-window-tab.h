/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab and Shift+Tab leave a list or table, where the toolkit would go on from row to row; what lies
 * inside a row is gone through first. */
void ledger_window_tab_attach (GtkWidget *window);

G_END_DECLS
