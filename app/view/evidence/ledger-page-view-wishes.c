/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-view-private.h"

#include <math.h>

/* Whoever scrolls past files does not open each of them. */
#define WISH_DELAY_MS 40

static void
wish_blocks (LedgerPageView *self, double from, double until, gboolean *near)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  for (guint i = ledger_page_layout_find (self->layout, from);
       i < ledger_page_layout_get_n (self->layout);
       i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, i);

      if (block->y >= until)
        break;
      near[block->file] = TRUE;
      if (block->kind == LEDGER_PAGE_BLOCK_PAGE)
        ledger_proof_file_wish (self->files->pdata[block->file],
                                block->page,
                                (guint)lround (block->width * scale),
                                self->rotation);
    }
}

static void
open_and_close (LedgerPageView *self, const gboolean *near)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      g_autoptr (LedgerProofFile) file = g_object_ref (self->files->pdata[i]);

      if (!near[i])
        ledger_proof_file_close (file);
      else
        ledger_proof_file_open (file);
      ledger_proof_file_end_wishes (file);
    }
}

/* Also tells where one is: not while places are given out, for who hears it changes other widgets.
 * In sight first, then half a screen on, then half a screen back. */
static gboolean
make_wishes (gpointer data)
{
  LedgerPageView *self = data;
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double top = ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self));
  g_autofree gboolean *near = g_new0 (gboolean, MAX (self->files->len, 1));

  self->wish_source = 0;
  if (self->layout == NULL)
    return G_SOURCE_REMOVE;
  ledger_page_view_update_current (self);
  ledger_page_view_update_notices (self);
  for (guint i = 0; i < self->files->len; i++)
    ledger_proof_file_begin_wishes (self->files->pdata[i]);
  wish_blocks (self, top, top + height, near);
  wish_blocks (self, top + height, top + height * 1.5, near);
  wish_blocks (self, top - height * 0.5, top, near);
  open_and_close (self, near);
  return G_SOURCE_REMOVE;
}

void
ledger_page_view_queue_wishes (LedgerPageView *self)
{
  if (self->wish_source == 0)
    self->wish_source = g_timeout_add (WISH_DELAY_MS, make_wishes, self);
}

gboolean
ledger_page_view_is_settled (LedgerPageView *self)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const double top = ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self));
  const double bottom = top + gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout == NULL || self->wish_source != 0)
    return FALSE;
  for (guint i = ledger_page_layout_find (self->layout, top);
       i < ledger_page_layout_get_n (self->layout);
       i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, i);
      const int width = (int)lround (block->width * scale);
      GdkTexture *picture;

      if (block->y >= bottom)
        break;
      if (block->kind != LEDGER_PAGE_BLOCK_PAGE
          || ledger_page_view_get_sentence (self, block) != NULL)
        continue;
      picture = ledger_proof_file_get_picture (
          self->files->pdata[block->file], block->page, (guint)width, self->rotation);
      if (picture == NULL || gdk_texture_get_width (picture) != width)
        return FALSE;
    }
  return TRUE;
}
