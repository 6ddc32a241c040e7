/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-fact-cell.h"

#include "ledger-line-height.h"
#include "ledger-text.h"
#include "ledger-toolkit.h"
#include "ledger-tooltip.h"

#define TOLD_WIDTH 1000 /* columns; a tooltip must not be higher than the screen */
#define HATCH_WIDTH 4
#define CAPTION_SCALE 0.87
#define LARGEST_TEXT_WIDTH 100000

struct _LedgerFactCell
{
  GtkWidget parent_instance;

  char *fact;
  char *caption;
  char *symbol;
  LedgerTint tint;
  gboolean one_line;
  gboolean hatched;

  PangoLayout *main; /* NULL: to be made */
  PangoLayout *below;
  int line_height; /* 0: to be measured */
  int caption_height;
};

G_DEFINE_FINAL_TYPE (LedgerFactCell, ledger_fact_cell, GTK_TYPE_WIDGET)

static void
drop_layouts (LedgerFactCell *self)
{
  g_clear_object (&self->main);
  g_clear_object (&self->below);
}

static void
ensure_metrics (LedgerFactCell *self)
{
  if (self->line_height != 0)
    return;
  self->line_height = ledger_line_height_get (GTK_WIDGET (self), 1);
  self->caption_height = ledger_line_height_get (GTK_WIDGET (self), CAPTION_SCALE);
}

static int
get_height (LedgerFactCell *self)
{
  ensure_metrics (self);
  return self->one_line ? self->line_height : self->line_height + self->caption_height;
}

/* The symbol is the first character of the layout and alone has a colour. */
static PangoLayout *
make_layout (LedgerFactCell *self, const char *text, gboolean with_symbol, gboolean caption)
{
  const gboolean symbol = with_symbol && self->symbol != NULL;
  g_autofree char *whole = symbol ? g_strconcat (self->symbol, " ", text, NULL) : g_strdup (text);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), whole);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  if (caption)
    pango_attr_list_insert (list, pango_attr_scale_new (CAPTION_SCALE));
  if (symbol && self->tint != LEDGER_TINT_NONE)
    {
      GdkRGBA colour;
      PangoAttribute *attribute;

      ledger_tint_get_colour (self->tint, GTK_WIDGET (self), &colour);
      attribute = pango_attr_foreground_new ((guint16)(colour.red * 65535),
                                             (guint16)(colour.green * 65535),
                                             (guint16)(colour.blue * 65535));
      attribute->end_index = (guint)strlen (self->symbol);
      pango_attr_list_insert (list, attribute);
      /* The caption is dim, the colour is not. */
      attribute = pango_attr_foreground_alpha_new (G_MAXUINT16);
      attribute->end_index = (guint)strlen (self->symbol);
      pango_attr_list_insert (list, attribute);
    }
  pango_layout_set_attributes (layout, list);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
ensure_layouts (LedgerFactCell *self)
{
  const gboolean captioned = self->caption != NULL && !self->one_line;

  if (self->main == NULL)
    {
      self->main = make_layout (self, self->fact != NULL ? self->fact : "", !captioned, FALSE);
      pango_layout_set_height (self->main, captioned || self->one_line ? -1 : -2);
    }
  if (self->below == NULL && captioned)
    self->below = make_layout (self, self->caption, TRUE, TRUE);
}

static int
text_left (LedgerFactCell *self)
{
  return self->hatched ? HATCH_WIDTH + 4 : 0;
}

static void
set_widths (LedgerFactCell *self)
{
  const int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - text_left (self), 1);

  pango_layout_set_width (self->main, width * PANGO_SCALE);
  if (self->below != NULL)
    pango_layout_set_width (self->below, width * PANGO_SCALE);
}

static void
append_hatch (LedgerFactCell *self, GtkSnapshot *snapshot, int height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, HATCH_WIDTH, (float)height);
  GdkRGBA colour;
  cairo_t *cr;

  ledger_tint_get_colour (LEDGER_TINT_LATE, GTK_WIDGET (self), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.2);
  for (int y = -HATCH_WIDTH; y < height; y += 4)
    {
      cairo_move_to (cr, 0, y + HATCH_WIDTH);
      cairo_line_to (cr, HATCH_WIDTH, y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_layout (
    LedgerFactCell *self, GtkSnapshot *snapshot, PangoLayout *layout, int y, gboolean dim)
{
  GdkRGBA colour;
  graphene_point_t at = GRAPHENE_POINT_INIT ((float)text_left (self), (float)y);

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  if (dim)
    colour.alpha *= 0.72f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
ledger_fact_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LedgerFactCell *self = LEDGER_FACT_CELL (widget);
  const int height = gtk_widget_get_height (widget);
  const int top = MAX ((height - get_height (self)) / 2, 0);

  ensure_layouts (self);
  set_widths (self);
  if (self->hatched)
    append_hatch (self, snapshot, height);
  if (self->below != NULL)
    {
      append_layout (self, snapshot, self->main, top, FALSE);
      append_layout (self, snapshot, self->below, top + self->line_height, TRUE);
      return;
    }
  /* A short text in a row of two lines stands on the line of its neighbours. */
  append_layout (self, snapshot, self->main, top, FALSE);
}

static void
ledger_fact_cell_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  LedgerFactCell *self = LEDGER_FACT_CELL (widget);
  int width;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = get_height (self);
      return;
    }
  ensure_layouts (self);
  pango_layout_set_width (self->main, -1);
  pango_layout_get_pixel_size (self->main, natural, NULL);
  if (self->below != NULL)
    {
      pango_layout_set_width (self->below, -1);
      pango_layout_get_pixel_size (self->below, &width, NULL);
      *natural = MAX (*natural, width);
    }
  *natural = MIN (*natural + text_left (self), LARGEST_TEXT_WIDTH);
  *minimum = MIN (*natural, 24);
}

static gboolean
ledger_fact_cell_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LedgerFactCell *self = LEDGER_FACT_CELL (widget);
  g_autofree char *fact = NULL;
  g_autofree char *text = NULL;

  if (ledger_toolkit_is_under_popover (widget))
    return FALSE;
  ensure_layouts (self);
  set_widths (self);
  if (!pango_layout_is_ellipsized (self->main)
      && (self->below == NULL || !pango_layout_is_ellipsized (self->below)))
    return FALSE;
  fact = ledger_text_ellipsize (self->fact, TOLD_WIDTH);
  text = self->caption != NULL ? g_strdup_printf ("%s\n%s", fact, self->caption)
                               : g_steal_pointer (&fact);
  ledger_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
ledger_fact_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LedgerFactCell *self = LEDGER_FACT_CELL (widget);

  GTK_WIDGET_CLASS (ledger_fact_cell_parent_class)->css_changed (widget, change);
  drop_layouts (self);
  self->line_height = 0;
}

static void
ledger_fact_cell_finalize (GObject *object)
{
  LedgerFactCell *self = LEDGER_FACT_CELL (object);

  drop_layouts (self);
  g_free (self->fact);
  g_free (self->caption);
  g_free (self->symbol);
  G_OBJECT_CLASS (ledger_fact_cell_parent_class)->finalize (object);
}

static void
ledger_fact_cell_class_init (LedgerFactCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ledger_fact_cell_finalize;
  widget_class->snapshot = ledger_fact_cell_snapshot;
  widget_class->measure = ledger_fact_cell_measure;
  widget_class->query_tooltip = ledger_fact_cell_query_tooltip;
  widget_class->css_changed = ledger_fact_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "factcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ledger_fact_cell_init (LedgerFactCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ledger_fact_cell_new (void)
{
  return g_object_new (LEDGER_TYPE_FACT_CELL, NULL);
}

static void
tell_accessible (LedgerFactCell *self)
{
  g_autofree char *label =
      self->caption != NULL
          ? g_strdup_printf ("%s %s", self->fact != NULL ? self->fact : "", self->caption)
          : g_strdup (self->fact != NULL ? self->fact : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ledger_fact_cell_set_facts (LedgerFactCell *self,
                            const char *fact,
                            const char *caption,
                            const char *symbol,
                            LedgerTint tint)
{
  if (g_strcmp0 (self->fact, fact) == 0 && g_strcmp0 (self->caption, caption) == 0
      && g_strcmp0 (self->symbol, symbol) == 0 && self->tint == tint)
    return;
  g_free (self->fact);
  self->fact = g_strdup (fact);
  g_free (self->caption);
  self->caption = g_strdup (caption);
  g_free (self->symbol);
  self->symbol = g_strdup (symbol);
  self->tint = tint;
  drop_layouts (self);
  tell_accessible (self);
  /* The size of a column's cells does not follow their text: no new layout of the table. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ledger_fact_cell_set_one_line (LedgerFactCell *self, gboolean one_line)
{
  if (self->one_line == one_line)
    return;
  self->one_line = one_line;
  drop_layouts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ledger_fact_cell_set_hatched (LedgerFactCell *self, gboolean hatched)
{
  if (self->hatched == hatched)
    return;
  self->hatched = hatched;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
ledger_fact_cell_get_fact (LedgerFactCell *self)
{
  return self->fact;
}
