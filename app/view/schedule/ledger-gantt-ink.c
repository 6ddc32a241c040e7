/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ledger-gantt-private.h"

/* Enough for every text of a screen twice over; dropped whole when full, for scrolling comes back
 * to few. */
#define MOST_LAYOUTS 600

static PangoLayout *
get_layout (LedgerGantt *self, const char *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, text);

  if (layout)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  g_hash_table_insert (self->layouts, g_strdup (text), layout);
  return layout;
}

void
ledger_gantt_get_foreground (LedgerGantt *self, GdkRGBA *colour, float alpha)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), colour);
  colour->alpha *= alpha;
}

/* One line of TEXT in a place of WIDTH, in the middle of HEIGHT; ellipsized. WIDTH negative: as
 * long as it is. */
void
ledger_gantt_append_text (LedgerGantt *self,
                          GtkSnapshot *snapshot,
                          const char *text,
                          float x,
                          float y,
                          float width,
                          float height,
                          float alpha)
{
  PangoLayout *layout;
  GdkRGBA colour;
  int text_height;

  if (!*text)
    return;
  layout = get_layout (self, text);
  pango_layout_set_width (layout, width < 0 ? -1 : (int)(MAX (width, 1) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  ledger_gantt_get_foreground (self, &colour, alpha);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x, y + roundf ((height - (float)text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

float
ledger_gantt_measure_text (LedgerGantt *self, const char *text)
{
  PangoLayout *layout = get_layout (self, text);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return (float)width;
}

float
ledger_gantt_get_due_width (LedgerGantt *self)
{
  /* As long as a date gets: a day of another year. */
  return ledger_gantt_measure_text (self, "2025年12月31日") + 2 * LEDGER_GANTT_PADDING;
}

void
ledger_gantt_fill (
    GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width, float height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

void
ledger_gantt_frame (
    GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width, float height)
{
  GskRoundedRect outline;
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };

  if (width < 2)
    width = 2;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, width, height), 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

float
ledger_gantt_get_left (LedgerGantt *self)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));

  return CLAMP (width * 0.38f, 260, 420);
}

float
ledger_gantt_x_of (LedgerGantt *self, LedgerDay day)
{
  return ledger_gantt_get_left (self) + (float)ledger_time_line_x (&self->line, day)
         - (float)ledger_scroll_area_get_left (LEDGER_SCROLL_AREA (self));
}

void
ledger_gantt_get_seen_days (LedgerGantt *self, LedgerDay *first, LedgerDay *last)
{
  double offset = ledger_scroll_area_get_left (LEDGER_SCROLL_AREA (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - ledger_gantt_get_left (self);

  *first = MAX (ledger_time_line_day (&self->line, offset), self->line.first);
  *last = MIN (ledger_time_line_day (&self->line, offset + width), self->line.last);
}
