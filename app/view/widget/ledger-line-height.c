/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-line-height.h"

#define KNOWN_KEY "ledger-line-heights"

typedef struct
{
  PangoFontDescription *font;
  double resolution; /* dots per inch */
  double scale;
  int height;
} Known;

typedef struct
{
  guint serial;  /* of the font map */
  GArray *known; /* Known: a handful */
} Heights;

static void
known_clear (gpointer data)
{
  pango_font_description_free (((Known *)data)->font);
}

static void
heights_free (gpointer data)
{
  Heights *heights = data;

  g_array_unref (heights->known);
  g_free (heights);
}

static Heights *
get_heights (PangoFontMap *map)
{
  Heights *heights = g_object_get_data (G_OBJECT (map), KNOWN_KEY);

  if (heights == NULL)
    {
      heights = g_new0 (Heights, 1);
      heights->known = g_array_new (FALSE, FALSE, sizeof (Known));
      g_array_set_clear_func (heights->known, known_clear);
      g_object_set_data_full (G_OBJECT (map), KNOWN_KEY, heights, heights_free);
    }
  if (heights->serial != pango_font_map_get_serial (map))
    g_array_set_size (heights->known, 0);
  heights->serial = pango_font_map_get_serial (map);
  return heights;
}

static int
measure (PangoContext *context, double scale)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  int height;

  /* Ideograph and letters with both extents: the taller of the two faces decides. */
  pango_layout_set_text (layout, "国Ág", -1);
  if (scale != 1)
    pango_attr_list_insert (list, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, list);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

int
ledger_line_height_get (GtkWidget *widget, double scale)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  Heights *heights = get_heights (pango_context_get_font_map (context));
  Known wanted = {
    .font = pango_context_get_font_description (context),
    .resolution = pango_cairo_context_get_resolution (context),
    .scale = scale,
  };

  for (guint i = 0; i < heights->known->len; i++)
    {
      const Known *known = &g_array_index (heights->known, Known, i);

      if (known->scale == scale && known->resolution == wanted.resolution
          && pango_font_description_equal (known->font, wanted.font))
        return known->height;
    }
  wanted.height = measure (context, scale);
  wanted.font = pango_font_description_copy (wanted.font);
  g_array_append_val (heights->known, wanted);
  return wanted.height;
}
