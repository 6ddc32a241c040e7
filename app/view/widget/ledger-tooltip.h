/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tooltips in lines as they are written: the toolkit gives the label of a tooltip half the width
 * that Chinese needs, for it may break anywhere. What is longer than a screen takes is broken as
 * ever. */

/* For those that are a property of their widget. Once, before the first window. */
void ledger_tooltip_keep_lines (void);
/* For those that a widget answers itself. */
void ledger_tooltip_set_text (GtkTooltip *tooltip, const char *text);

G_END_DECLS
