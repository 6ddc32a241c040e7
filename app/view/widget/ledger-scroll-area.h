/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A widget that draws a part of something larger than itself and stands in a GtkScrolledWindow,
 * abstract: it keeps the two adjustments, the part that is written again for each such widget. Who
 * derives from it says how large the whole is (ledger_scroll_area_configure, at its allocation) and
 * draws from left and top on; `moved` comes when a person scrolled. */
#define LEDGER_TYPE_SCROLL_AREA (ledger_scroll_area_get_type ())
G_DECLARE_DERIVABLE_TYPE (LedgerScrollArea, ledger_scroll_area, LEDGER, SCROLL_AREA, GtkWidget)

struct _LedgerScrollAreaClass
{
  GtkWidgetClass parent_class;

  void (*moved) (LedgerScrollArea *self); /* draws anew, unless it is overridden */
  gpointer padding[4];
};

/* In pixels; 0 where nothing scrolls. */
double ledger_scroll_area_get_left (LedgerScrollArea *self);
double ledger_scroll_area_get_top (LedgerScrollArea *self);
/* How far it goes down; 0 where nothing scrolls. */
double ledger_scroll_area_get_bottom (LedgerScrollArea *self);
/* Within what there is. */
void ledger_scroll_area_set_left (LedgerScrollArea *self, double left);
void ledger_scroll_area_set_top (LedgerScrollArea *self, double top);
/* Scrolls just so far that TOP to BOTTOM is seen. */
void ledger_scroll_area_reveal (LedgerScrollArea *self, double top, double bottom);

/* The whole is EXTENT, PAGE of it is seen, from VALUE on (brought within what there is); STEP for
 * one turn of the wheel. */
void ledger_scroll_area_configure (LedgerScrollArea *self,
                                   GtkOrientation orientation,
                                   double value,
                                   double extent,
                                   double page,
                                   double step);

G_END_DECLS
