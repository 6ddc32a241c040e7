/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-flow.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

struct _LedgerFlow
{
  LedgerPaperStyle style;
  PangoContext *context;
  GPtrArray *pieces; /* LedgerPaperPiece */
  GArray *starts;    /* guint: the first piece of each page; NULL while unknown */
};

LedgerFlow *
ledger_flow_new (const LedgerPaperStyle *style)
{
  LedgerFlow *flow = g_new0 (LedgerFlow, 1);
  PangoFontMap *map = pango_cairo_font_map_get_default ();

  flow->style = *style;
  flow->context = pango_font_map_create_context (map);
  /* Without the language a process in C.UTF-8 would be given Japanese forms. */
  pango_context_set_language (flow->context, pango_language_from_string ("zh-cn"));
  pango_cairo_context_set_resolution (flow->context, 72);
  flow->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_paper_piece_unref);
  return flow;
}

void
ledger_flow_free (LedgerFlow *flow)
{
  g_clear_pointer (&flow->starts, g_array_unref);
  g_ptr_array_unref (flow->pieces);
  g_object_unref (flow->context);
  g_free (flow);
}

void
ledger_flow_add_text (LedgerFlow *flow, LedgerTextStyle style, const char *text)
{
  g_clear_pointer (&flow->starts, g_array_unref);
  ledger_paragraph_append (flow->pieces,
                           flow->context,
                           &flow->style,
                           style,
                           text,
                           ledger_paper_style_text_width (&flow->style));
}

void
ledger_flow_add_table (LedgerFlow *flow, LedgerPaperTable *table)
{
  g_clear_pointer (&flow->starts, g_array_unref);
  ledger_paper_table_append (table,
                             flow->pieces,
                             flow->context,
                             &flow->style,
                             ledger_paper_style_text_width (&flow->style),
                             ledger_paper_style_text_height (&flow->style));
}

void
ledger_flow_add_drawing (LedgerFlow *flow,
                         double height,
                         LedgerPaperDrawFunc draw,
                         gpointer data,
                         GDestroyNotify destroy)
{
  g_clear_pointer (&flow->starts, g_array_unref);
  g_ptr_array_add (flow->pieces, ledger_paper_piece_new (height, FALSE, draw, data, destroy));
}

void
ledger_flow_add_gap (LedgerFlow *flow, double points)
{
  ledger_flow_add_drawing (flow, points, NULL, NULL, NULL);
}

void
ledger_flow_add_page_break (LedgerFlow *flow)
{
  g_clear_pointer (&flow->starts, g_array_unref);
  g_ptr_array_add (flow->pieces, ledger_paper_piece_new_break ());
}

static LedgerPaperPiece *
piece_at (LedgerFlow *flow, guint index)
{
  return g_ptr_array_index (flow->pieces, index);
}

static double
head_height (LedgerFlow *flow, guint first)
{
  LedgerPaperPiece *head = ledger_paper_piece_get_repeated (piece_at (flow, first));

  return head ? ledger_paper_piece_get_height (head) : 0;
}

/* One past the last piece of the page that begins with FIRST. Headings are not left behind at the
 * foot; a page of nothing but headings is filled all the same, so that every page takes something.
 */
static guint
find_page_end (LedgerFlow *flow, guint first)
{
  double left = ledger_paper_style_text_height (&flow->style) - head_height (flow, first);
  guint end = first;

  while (end < flow->pieces->len)
    {
      LedgerPaperPiece *piece = piece_at (flow, end);

      if (ledger_paper_piece_is_break (piece))
        return end + 1;
      if (end > first && ledger_paper_piece_get_height (piece) > left + 0.01)
        break;
      left -= ledger_paper_piece_get_height (piece);
      end++;
    }
  if (end == flow->pieces->len)
    return end;

  guint kept = end;
  while (kept > first && ledger_paper_piece_keeps (piece_at (flow, kept - 1)))
    kept--;
  return kept > first ? kept : end;
}

static void
break_pages (LedgerFlow *flow)
{
  guint first = 0;

  if (flow->starts)
    return;
  flow->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  do
    {
      g_array_append_val (flow->starts, first);
      first = flow->pieces->len > 0 ? find_page_end (flow, first) : 0;
    }
  while (first < flow->pieces->len);
}

guint
ledger_flow_get_n_pages (LedgerFlow *flow)
{
  break_pages (flow);
  return flow->starts->len;
}

static void
draw_number (LedgerFlow *flow, cairo_t *cr, guint index)
{
  const LedgerPaperStyle *style = &flow->style;
  LedgerTextFace face = style->faces[LEDGER_TEXT_CELL];
  g_autofree char *text = g_strdup_printf ("— %u —", index + 1);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  face.size = 14;
  layout = ledger_paragraph_create_layout (flow->context, &face, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  cairo_move_to (cr,
                 index % 2 == 0 ? style->width - style->margin_right - face.size - width
                                : style->margin_left + face.size,
                 style->height - style->margin_bottom + 20);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

void
ledger_flow_draw_page (LedgerFlow *flow, cairo_t *cr, guint index)
{
  double x = flow->style.margin_left;
  double y = flow->style.margin_top;
  guint end;

  break_pages (flow);
  g_return_if_fail (index < flow->starts->len);
  guint first = g_array_index (flow->starts, guint, index);
  end = index + 1 < flow->starts->len ? g_array_index (flow->starts, guint, index + 1)
                                      : flow->pieces->len;
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = first; i < end; i++)
    {
      LedgerPaperPiece *piece = piece_at (flow, i);
      LedgerPaperPiece *head = i == first ? ledger_paper_piece_get_repeated (piece) : NULL;

      if (head)
        {
          ledger_paper_piece_draw (head, cr, x, y);
          y += ledger_paper_piece_get_height (head);
        }
      ledger_paper_piece_draw (piece, cr, x, y);
      y += ledger_paper_piece_get_height (piece);
    }
  if (flow->style.numbered)
    draw_number (flow, cr, index);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
ledger_flow_to_pdf (LedgerFlow *flow, const char *title)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_bytes, bytes, flow->style.width, flow->style.height);
  cairo_t *cr = cairo_create (surface);
  guint n_pages = ledger_flow_get_n_pages (flow);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  for (guint i = 0; i < n_pages; i++)
    {
      ledger_flow_draw_page (flow, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
