/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-paragraph.h"

#include <pango/pangocairo.h>

/* One line of a layout; the layout lives as long as any of its lines. */
typedef struct
{
  PangoLayout *layout;
  int line;
  double shift; /* where the alignment puts the line, points */
  double leading;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->layout);
  g_free (line);
}

static void
line_draw (gpointer data, cairo_t *cr, double x, double y)
{
  Line *line = data;
  PangoLayoutLine *shown = pango_layout_get_line_readonly (line->layout, line->line);
  PangoRectangle logical;

  pango_layout_line_get_extents (shown, NULL, &logical);
  /* The text's own height is centred in the fixed distance of lines. */
  double above = (line->leading - (double)logical.height / PANGO_SCALE) / 2.0;
  cairo_move_to (cr, x + line->shift, y + above - (double)logical.y / PANGO_SCALE);
  pango_cairo_show_layout_line (cr, shown);
  cairo_new_path (cr);
}

PangoLayout *
ledger_paragraph_create_layout (PangoContext *context,
                                const LedgerTextFace *face,
                                const char *text,
                                double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (face->family);

  pango_font_description_set_absolute_size (font, face->size * PANGO_SCALE);
  pango_font_description_set_weight (font, face->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, face->alignment);
  pango_layout_set_indent (layout, face->indent * face->size * PANGO_SCALE);
  if (width >= 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

static double
shift_of_line (PangoLayoutIter *iter)
{
  PangoRectangle logical;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  return (double)logical.x / PANGO_SCALE;
}

void
ledger_paragraph_append (GPtrArray *pieces,
                         PangoContext *context,
                         const LedgerPaperStyle *paper,
                         LedgerTextStyle style,
                         const char *text,
                         double width)
{
  const LedgerTextFace *face = &paper->faces[style];
  gboolean keep = style <= LEDGER_TEXT_HEADING_3;
  g_autoptr (PangoLayout) layout =
      ledger_paragraph_create_layout (context, face, text, width - face->inset_right * face->size);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int index = 0;

  do
    {
      Line *line = g_new0 (Line, 1);

      line->layout = g_object_ref (layout);
      line->line = index++;
      line->shift = shift_of_line (iter);
      line->leading = face->leading;
      g_ptr_array_add (pieces,
                       ledger_paper_piece_new (face->leading, keep, line_draw, line, line_free));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
