/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
get_text_colour (LedgerPageView *self, GdkRGBA *colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), colour);
}

static void
append_text (LedgerPageView *self,
             GtkSnapshot *snapshot,
             const char *text,
             const graphene_rect_t *area,
             gboolean heading,
             const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;
  graphene_point_t at;

  if (heading)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_width (layout, (int)area->size.width * PANGO_SCALE);
  pango_layout_set_alignment (layout, heading ? PANGO_ALIGN_LEFT : PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, &width, &height);
  at = GRAPHENE_POINT_INIT (area->origin.x,
                            area->origin.y + floorf ((area->size.height - (float)height) / 2));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* "1.2.3-05 学习计划  12页" */
static char *
dup_heading (LedgerPageView *self, guint file)
{
  LedgerProofFile *at = self->files->pdata[file];
  const guint n = ledger_proof_file_get_n_pages (at);
  g_autofree char *label = ledger_proof_file_dup_label (at);
  g_autofree char *pages = NULL;

  if (ledger_proof_file_get_state (at) == LEDGER_PROOF_FAILED)
    return g_steal_pointer (&label);
  pages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n), n);
  return g_strdup_printf ("%s  %s", label, pages);
}

/* The name, and a line above it over the whole width. */
static void
append_divider (LedgerPageView *self,
                GtkSnapshot *snapshot,
                const LedgerPageBlock *block,
                const graphene_rect_t *area)
{
  g_autofree char *heading = dup_heading (self, block->file);
  graphene_rect_t line = GRAPHENE_RECT_INIT (area->origin.x, area->origin.y, area->size.width, 1);
  GdkRGBA colour, faint;

  get_text_colour (self, &colour);
  faint = colour;
  faint.alpha *= 0.3f;
  if (block->file > 0)
    gtk_snapshot_append_color (snapshot, &faint, &line);
  append_text (self, snapshot, heading, area, TRUE, &colour);
}

/* Paper is white whatever the scheme. */
static void
append_page (LedgerPageView *self,
             GtkSnapshot *snapshot,
             const LedgerPageBlock *block,
             const graphene_rect_t *area)
{
  const GdkRGBA paper = { 1, 1, 1, 1 };
  const GdkRGBA grey = { 0.35f, 0.35f, 0.35f, 1 };
  LedgerProofFile *file = self->files->pdata[block->file];
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkTexture *picture = ledger_proof_file_get_picture (
      file, block->page, (guint)lround (block->width * scale), self->rotation);
  g_autofree char *text = NULL;

  gtk_snapshot_append_color (snapshot, &paper, area);
  if (picture != NULL)
    {
      gtk_snapshot_append_texture (snapshot, picture, area);
      return;
    }
  if (ledger_proof_file_get_page_error (file, block->page) != NULL)
    return;
  text = g_strdup_printf (_ ("Page %u"), block->page + 1);
  append_text (self, snapshot, text, area, FALSE, &grey);
}

void
ledger_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LedgerPageView *self = LEDGER_PAGE_VIEW (widget);
  const double top = floor (ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self)));
  const double left = floor (ledger_scroll_area_get_left (LEDGER_SCROLL_AREA (self)));
  const double bottom = top + gtk_widget_get_height (widget);

  if (self->layout == NULL)
    return;
  for (guint i = ledger_page_layout_find (self->layout, top);
       i < ledger_page_layout_get_n (self->layout);
       i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, i);
      const graphene_rect_t area = GRAPHENE_RECT_INIT ((float)(block->x - left),
                                                       (float)(floor (block->y) - top),
                                                       (float)block->width,
                                                       (float)block->height);

      if (block->y >= bottom)
        break;
      if (block->kind == LEDGER_PAGE_BLOCK_DIVIDER)
        append_divider (self, snapshot, block, &area);
      else if (block->kind == LEDGER_PAGE_BLOCK_PAGE)
        append_page (self, snapshot, block, &area);
    }
  for (guint i = 0; i < self->notices->len; i++)
    if (gtk_widget_get_child_visible (self->notices->pdata[i]))
      gtk_widget_snapshot_child (widget, self->notices->pdata[i], snapshot);
}
