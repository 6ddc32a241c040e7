/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-view-private.h"

#include <math.h>

#define STEP 48.0
#define DIVIDER_HEIGHT 36.0
#define NOTICE_HEIGHT 150.0

static void
add_file (LedgerPageView *self, LedgerProofFile *file)
{
  const guint n = ledger_proof_file_get_n_pages (file);

  ledger_page_layout_begin_file (self->layout);
  if (ledger_proof_file_get_state (file) == LEDGER_PROOF_FAILED)
    {
      ledger_page_layout_add_notice (self->layout);
      return;
    }
  for (guint page = 0; page < n; page++)
    {
      double width, height;

      ledger_proof_file_get_page_size (file, page, &width, &height);
      ledger_page_layout_add_page (self->layout, width, height);
    }
}

void
ledger_page_view_make_layout (LedgerPageView *self)
{
  const LedgerPageFrame frame = {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .fit = self->fit,
    .scale = self->scale,
    .rotation = self->rotation,
    .divider = self->dividers ? DIVIDER_HEIGHT : 0,
    .notice = NOTICE_HEIGHT,
  };

  self->layout = ledger_page_layout_new (&frame);
  self->layout_width = frame.width;
  self->layout_height = frame.height;
  for (guint i = 0; i < self->files->len; i++)
    add_file (self, self->files->pdata[i]);
}

static void
remember_top (LedgerPageView *self)
{
  const double top = ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self));
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
  LedgerScrollArea *area = LEDGER_SCROLL_AREA (self);
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = ledger_scroll_area_get_top (area);

  if (self->anchor.set)
    top = anchor_top (self);
  self->anchor.set = FALSE;
  ledger_scroll_area_configure (area,
                                GTK_ORIENTATION_HORIZONTAL,
                                ledger_scroll_area_get_left (area),
                                ledger_page_layout_get_width (self->layout),
                                width,
                                STEP);
  ledger_scroll_area_configure (area,
                                GTK_ORIENTATION_VERTICAL,
                                floor (top),
                                ledger_page_layout_get_height (self->layout),
                                height,
                                STEP);
}
