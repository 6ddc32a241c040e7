/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-view-private.h"

#include <math.h>

#define STEP 48.0

double
ledger_page_view_get_top (LedgerPageView *self)
{
  return self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
}

double
ledger_page_view_get_left (LedgerPageView *self)
{
  return self->hadjustment != NULL ? gtk_adjustment_get_value (self->hadjustment) : 0;
}

void
ledger_page_view_set_top (LedgerPageView *self, double top)
{
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, top);
}

static void
remember_top (LedgerPageView *self)
{
  const double top = ledger_page_view_get_top (self);
  const guint index = ledger_page_layout_find (self->layout, top);
  const LedgerPageBlock *block;

  if (index >= ledger_page_layout_get_n (self->layout))
    return;
  block = ledger_page_layout_get (self->layout, index);
  self->anchor = (LedgerPageAnchor){
    .set = TRUE,
    .kind = block->kind,
    .file = block->file,
    .page = block->page,
    .fraction = (top - block->y) / MAX (block->height, 1),
  };
}

void
ledger_page_view_relayout (LedgerPageView *self)
{
  if (self->layout != NULL && !self->anchor.set)
    remember_top (self);
  g_clear_pointer (&self->layout, ledger_page_layout_free);
  /* Not the allocation alone: the scrolled window must take part, for its bars come and go with the
   * new height and it may not be asked to grow in the midst of giving out places. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static const LedgerPageBlock *
find_anchor (LedgerPageView *self)
{
  const LedgerPageAnchor *anchor = &self->anchor;

  if (anchor->kind != LEDGER_PAGE_BLOCK_DIVIDER)
    return ledger_page_layout_find_page (self->layout, anchor->file, anchor->page);
  for (guint i = 0; i < ledger_page_layout_get_n (self->layout); i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, i);

      if (block->file == anchor->file)
        return block;
    }
  return NULL;
}

/* A small distance above a block (its margin) is not scaled with the block. */
static double
anchor_top (LedgerPageView *self)
{
  const LedgerPageBlock *block = find_anchor (self);
  const double fraction = self->anchor.fraction;

  if (block == NULL)
    return 0;
  return block->y
         + (fraction < 0 ? MAX (fraction * block->height, -LEDGER_PAGE_MARGIN)
                         : fraction * block->height);
}

void
ledger_page_view_configure (LedgerPageView *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double whole_width = MAX (ledger_page_layout_get_width (self->layout), width);
  const double whole_height = MAX (ledger_page_layout_get_height (self->layout), height);
  double top = ledger_page_view_get_top (self);

  if (self->anchor.set)
    top = anchor_top (self);
  self->anchor.set = FALSE;
  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment,
                              CLAMP (ledger_page_view_get_left (self), 0, whole_width - width),
                              0,
                              whole_width,
                              STEP,
                              width * 0.9,
                              width);
  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment,
                              CLAMP (floor (top), 0, whole_height - height),
                              0,
                              whole_height,
                              STEP,
                              height * 0.9,
                              height);
}

static void
on_value_changed (LedgerPageView *self)
{
  if (!self->allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ledger_page_view_set_adjustment (LedgerPageView *self,
                                 GtkOrientation orientation,
                                 GtkAdjustment *adjustment)
{
  GtkAdjustment **place =
      orientation == GTK_ORIENTATION_HORIZONTAL ? &self->hadjustment : &self->vadjustment;

  if (adjustment != NULL && adjustment == *place)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
