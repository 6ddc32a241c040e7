/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-chart-mark.h"

#include "ledger-toolkit.h"

#define SAMPLE_SIZE 12

struct _LedgerChartMark
{
  GtkWidget parent_instance;

  LedgerChartPattern pattern;
  LedgerTint tint;
  gboolean numbered;
  gboolean column;
  double level;
  char *number;
  PangoLayout *layout; /* NULL: to be made */
};

G_DEFINE_FINAL_TYPE (LedgerChartMark, ledger_chart_mark, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (LedgerChartMark *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->number);
  return self->layout;
}

static void
ledger_chart_mark_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  LedgerChartMark *self = LEDGER_CHART_MARK (widget);
  int width, height;

  if (!self->numbered)
    {
      *minimum = *natural = SAMPLE_SIZE;
      return;
    }
  pango_layout_get_pixel_size (ensure_layout (self), &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = width + 8;
  else
    *minimum = *natural = self->column ? 2 * height : height + 2;
}

/* The number stands on the page's own ground, so that no pattern runs through it. */
static void
append_number (LedgerChartMark *self, GtkSnapshot *snapshot, float x, float y, gboolean ground)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  graphene_point_t at = GRAPHENE_POINT_INIT (x, y);
  GdkRGBA colour;
  int width, height;

  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (ground && gtk_style_context_lookup_color (style, "window_bg_color", &colour))
    {
      graphene_rect_t area = GRAPHENE_RECT_INIT (x - 2, y + 1, (float)width + 4, (float)height - 2);

      gtk_snapshot_append_color (snapshot, &colour, &area);
    }
  gtk_style_context_get_color (style, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_column (LedgerChartMark *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  const float width = (float)gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  int text_width, text_height;
  graphene_rect_t area;

  pango_layout_get_pixel_size (ensure_layout (self), &text_width, &text_height);
  area.size.height = MAX ((float)self->level * (height - (float)text_height), 2);
  area.size.width = MIN (width, 36);
  area.origin.x = (width - area.size.width) / 2;
  area.origin.y = height - area.size.height;
  ledger_chart_pattern_append (self->pattern, snapshot, &area, colour);
  append_number (
      self, snapshot, (width - (float)text_width) / 2, area.origin.y - (float)text_height, FALSE);
}

static void
ledger_chart_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LedgerChartMark *self = LEDGER_CHART_MARK (widget);
  const float width = (float)gtk_widget_get_width (widget);
  const float height = (float)gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  GdkRGBA colour;
  int text_width, text_height;

  ledger_tint_get_colour (self->tint, widget, &colour);
  if (self->column)
    {
      append_column (self, snapshot, &colour);
      return;
    }
  ledger_chart_pattern_append (self->pattern, snapshot, &area, &colour);
  if (!self->numbered)
    return;
  pango_layout_get_pixel_size (ensure_layout (self), &text_width, &text_height);
  append_number (self,
                 snapshot,
                 (width - (float)text_width) / 2,
                 (height - (float)text_height) / 2,
                 self->pattern != LEDGER_PATTERN_OUTLINE && self->pattern != LEDGER_PATTERN_DASHES);
}

static void
ledger_chart_mark_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ledger_chart_mark_parent_class)->css_changed (widget, change);
  g_clear_object (&LEDGER_CHART_MARK (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
ledger_chart_mark_finalize (GObject *object)
{
  LedgerChartMark *self = LEDGER_CHART_MARK (object);

  g_clear_object (&self->layout);
  g_free (self->number);
  G_OBJECT_CLASS (ledger_chart_mark_parent_class)->finalize (object);
}

static void
ledger_chart_mark_class_init (LedgerChartMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ledger_chart_mark_finalize;
  widget_class->measure = ledger_chart_mark_measure;
  widget_class->snapshot = ledger_chart_mark_snapshot;
  widget_class->css_changed = ledger_chart_mark_css_changed;
  gtk_widget_class_set_css_name (widget_class, "chartmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ledger_chart_mark_init (LedgerChartMark *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

static LedgerChartMark *
new_mark (LedgerChartPattern pattern, LedgerTint tint)
{
  LedgerChartMark *self = g_object_new (LEDGER_TYPE_CHART_MARK, NULL);

  self->pattern = pattern;
  self->tint = tint;
  return self;
}

GtkWidget *
ledger_chart_mark_new_sample (LedgerChartPattern pattern, LedgerTint tint)
{
  GtkWidget *self = GTK_WIDGET (new_mark (pattern, tint));

  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  return self;
}

GtkWidget *
ledger_chart_mark_new_part (const LedgerChartPart *part)
{
  LedgerChartMark *self = new_mark (part->pattern, part->tint);

  self->numbered = TRUE;
  self->number = g_strdup_printf ("%u", part->value);
  return GTK_WIDGET (self);
}

GtkWidget *
ledger_chart_mark_new_column (const LedgerChartPart *part, double level)
{
  GtkWidget *self = ledger_chart_mark_new_part (part);

  LEDGER_CHART_MARK (self)->column = TRUE;
  LEDGER_CHART_MARK (self)->level = CLAMP (level, 0, 1);
  gtk_widget_set_vexpand (self, TRUE);
  return self;
}

GVariant *
ledger_chart_mark_peek_rows (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "rows");
}

static void
on_clicked (GtkWidget *button)
{
  GVariant *rows = ledger_chart_mark_peek_rows (button);

  gtk_widget_activate_action_variant (
      button, rows != NULL ? "page.open-rows" : "page.show-departments", rows);
}

/* Not the button's own action: the toolkit tells each button with one of every other that comes
 * after it, and a page of some hundred numbers was half a second at that. */
static void
set_target (GtkWidget *button, GVariant *target)
{
  if (target != NULL)
    g_object_set_data_full (
        G_OBJECT (button), "rows", g_variant_ref_sink (target), (GDestroyNotify)g_variant_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), NULL);
}

static void
name_button (GtkWidget *button, const char *words)
{
  ledger_toolkit_set_tooltip (button, words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

GtkWidget *
ledger_chart_mark_wrap (GtkWidget *mark, const LedgerChartPart *part)
{
  GtkWidget *button =
      g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  gtk_button_set_child (GTK_BUTTON (button), mark);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chart-mark");
  name_button (button, part->words);
  set_target (button, part->target);
  return button;
}

GtkWidget *
ledger_chart_mark_new_link (const char *text, const char *words, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-text");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (words != NULL)
    name_button (button, words);
  set_target (button, target);
  return button;
}

GtkWidget *
ledger_chart_mark_new_figure (const char *name, guint number, GVariant *target)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *words = g_strdup_printf ("%s %u", name, number);
  GtkWidget *button = ledger_chart_mark_new_link ("", words, target);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *value = gtk_label_new (text);

  gtk_widget_add_css_class (value, "figure");
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_button_set_child (GTK_BUTTON (button), box);
  return button;
}
