/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Long lists filled while they are looked at: the toolkit makes widgets for some 200 rows at once,
 * which stops the window for a third of a second. What is seen first comes first, the rest a few
 * rows a frame. */

/* SLICE stands between the list and VIEW; shows its first rows and begins to fill. While VIEW is
 * not to be seen it waits; rows that come later come a few a frame too. */
void ledger_import_filling_begin (GtkSliceListModel *slice, GtkWidget *view);
/* The same where VIEW is not scrolled down: before all rows are replaced. */
void ledger_import_filling_begin_at_top (GtkSliceListModel *slice, GtkWidget *view);
/* All rows at once: someone wants one that is not there yet. */
void ledger_import_filling_finish (GtkSliceListModel *slice);

G_END_DECLS
