/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* While something is dragged and held near the upper or lower edge of SCROLLED, it scrolls that
 * way: what is dragged from below may be meant for what stands above. Attached once, it lives with
 * the widget. */
void ledger_drag_scroll_attach (GtkScrolledWindow *scrolled);

G_END_DECLS
