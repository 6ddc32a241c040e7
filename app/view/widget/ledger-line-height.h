/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The height in pixels of one line in WIDGET's font at SCALE of its size (1: as it is), so that
 * Chinese and Latin faces both fit. It is measured once for each font: a table makes thousands of
 * cells, and laying out a line for each was a third of the time that they took to come up. What was
 * measured is kept with the font map and goes when that changes. */
int ledger_line_height_get (GtkWidget *widget, double scale);

G_END_DECLS
