/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-elapsed-bar.h"

#include "ledger-chart-pattern.h"
#include "ledger-tint.h"
#include "ledger-toolkit.h"

#define BAR_HEIGHT 14
#define MARK_OVERHANG 4

struct _LedgerElapsedBar
{
  GtkWidget parent_instance;

  double done;
  double elapsed;
};

G_DEFINE_FINAL_TYPE (LedgerElapsedBar, ledger_elapsed_bar, GTK_TYPE_WIDGET)

static void
ledger_elapsed_bar_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60;
      *natural = 240;
    }
  else
    *minimum = *natural = BAR_HEIGHT + 2 * MARK_OVERHANG;
}

static void
append_mark (LedgerElapsedBar *self, GtkSnapshot *snapshot, float width, float height)
{
  GdkRGBA colour;
  const float x = (float)self->elapsed * (width - 3);
  graphene_rect_t line = GRAPHENE_RECT_INIT (x, 0, 3, height);

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  gtk_snapshot_append_color (snapshot, &colour, &line);
}

static void
ledger_elapsed_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LedgerElapsedBar *self = LEDGER_ELAPSED_BAR (widget);
  const float width = (float)gtk_widget_get_width (widget);
  const float height = (float)gtk_widget_get_height (widget);
  const float top = (height - BAR_HEIGHT) / 2;
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, top, width, BAR_HEIGHT);
  graphene_rect_t done = GRAPHENE_RECT_INIT (0, top, width * (float)self->done, BAR_HEIGHT);
  GdkRGBA colour;

  ledger_tint_get_colour (LEDGER_TINT_NONE, widget, &colour);
  ledger_chart_pattern_append (LEDGER_PATTERN_OUTLINE, snapshot, &whole, &colour);
  ledger_tint_get_colour (LEDGER_TINT_DONE, widget, &colour);
  ledger_chart_pattern_append (LEDGER_PATTERN_SOLID, snapshot, &done, &colour);
  if (self->elapsed >= 0)
    append_mark (self, snapshot, width, height);
}

static void
ledger_elapsed_bar_class_init (LedgerElapsedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ledger_elapsed_bar_measure;
  widget_class->snapshot = ledger_elapsed_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "elapsedbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ledger_elapsed_bar_init (LedgerElapsedBar *self)
{
  self->elapsed = -1;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

void
ledger_elapsed_bar_set_shares (LedgerElapsedBar *self,
                               double done,
                               double elapsed,
                               const char *words)
{
  self->done = CLAMP (done, 0, 1);
  self->elapsed = MIN (elapsed, 1);
  ledger_toolkit_set_tooltip (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
