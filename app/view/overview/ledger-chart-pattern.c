/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-chart-pattern.h"

#define STEP 5

static void
draw_hatch (cairo_t *cr, double width, double height)
{
  for (double x = -height; x < width; x += STEP)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, double width, double height)
{
  for (int row = 0; row * 3 + 3 < height; row++)
    for (double x = row % 2 ? 3 : 5.5; x < width - 2; x += STEP)
      {
        cairo_arc (cr, x, row * 3 + 3, 0.9, 0, 2 * G_PI);
        cairo_fill (cr);
      }
}

static void
draw_rows (cairo_t *cr, double width, double height)
{
  for (double y = 4.5; y < height - 2; y += STEP)
    {
      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, width, y);
    }
  cairo_stroke (cr);
}

static void
draw_columns (cairo_t *cr, double width, double height)
{
  for (double x = 4.5; x < width - 2; x += STEP)
    {
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, height);
    }
  cairo_stroke (cr);
}

static void
draw_inside (LedgerChartPattern pattern, cairo_t *cr, double width, double height)
{
  switch (pattern)
    {
    case LEDGER_PATTERN_SOLID:
      cairo_paint_with_alpha (cr, 0.55);
      break;
    case LEDGER_PATTERN_HATCH:
      draw_hatch (cr, width, height);
      break;
    case LEDGER_PATTERN_DOTS:
      draw_dots (cr, width, height);
      break;
    case LEDGER_PATTERN_GRID:
      draw_rows (cr, width, height);
      draw_columns (cr, width, height);
      break;
    case LEDGER_PATTERN_ROWS:
      draw_rows (cr, width, height);
      break;
    case LEDGER_PATTERN_COLUMNS:
      draw_columns (cr, width, height);
      break;
    case LEDGER_PATTERN_OUTLINE:
    case LEDGER_PATTERN_DASHES:
    default:
      break;
    }
}

void
ledger_chart_pattern_append (LedgerChartPattern pattern,
                             GtkSnapshot *snapshot,
                             const graphene_rect_t *area,
                             const GdkRGBA *colour)
{
  static const double dashes[] = { 3, 3 };
  const double width = area->size.width;
  const double height = area->size.height;
  cairo_t *cr;

  if (width < 2 || height < 2)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, area);
  cairo_translate (cr, area->origin.x, area->origin.y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.2);
  draw_inside (pattern, cr, width, height);
  cairo_set_line_width (cr, 1);
  if (pattern == LEDGER_PATTERN_DASHES)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
