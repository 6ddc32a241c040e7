/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-step-bar.h"

#include <glib/gi18n-lib.h>

#include "ledger-box.h"
#include "ledger-chart-rows.h"
#include "ledger-segment-bar.h"

static const struct
{
  LedgerFigure figure;
  LedgerChartPattern pattern;
  LedgerTint tint;
} steps[] = {
  { LEDGER_FIGURE_UNCLAIMED, LEDGER_PATTERN_OUTLINE, LEDGER_TINT_NONE },
  { LEDGER_FIGURE_IN_PROGRESS, LEDGER_PATTERN_GRID, LEDGER_TINT_NONE },
  { LEDGER_FIGURE_AWAITING_REVIEW, LEDGER_PATTERN_ROWS, LEDGER_TINT_NONE },
  { LEDGER_FIGURE_AWAITING_APPROVAL, LEDGER_PATTERN_COLUMNS, LEDGER_TINT_NONE },
  { LEDGER_FIGURE_DONE, LEDGER_PATTERN_SOLID, LEDGER_TINT_DONE },
};
#define N_STEPS G_N_ELEMENTS (steps)

struct _LedgerStepBar
{
  GtkWidget parent_instance;

  LedgerCounts counts;
  gboolean reviewed;
  GtkWidget *words;
  GtkWidget *bar;
};

G_DEFINE_FINAL_TYPE (LedgerStepBar, ledger_step_bar, GTK_TYPE_WIDGET)

static GVariant *
get_rows (LedgerFigure figure)
{
  return ledger_chart_rows_new (figure, NULL, LEDGER_DAY_NONE, LEDGER_DAY_NONE);
}

static gboolean
stands (LedgerStepBar *self, guint step)
{
  return steps[step].figure != LEDGER_FIGURE_AWAITING_REVIEW || self->reviewed
         || self->counts.figures[steps[step].figure] > 0;
}

static void
show_words (LedgerStepBar *self)
{

  ledger_box_clear (self->words);
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "%s%u", ledger_figure_get_name (steps[i].figure), self->counts.figures[steps[i].figure]);

      if (!stands (self, i))
        continue;
      gtk_box_append (GTK_BOX (self->words),
                      ledger_chart_mark_new_sample (steps[i].pattern, steps[i].tint));
      gtk_box_append (GTK_BOX (self->words),
                      ledger_chart_mark_new_link (text, NULL, get_rows (steps[i].figure)));
    }
}

static void
show_bar (LedgerStepBar *self)
{
  LedgerChartPart parts[N_STEPS];
  char *words[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    {
      const guint value = self->counts.figures[steps[i].figure];

      words[i] = g_strdup_printf ("%s %u", ledger_figure_get_name (steps[i].figure), value);
      parts[i] = (LedgerChartPart){
        value, steps[i].pattern, steps[i].tint, words[i], get_rows (steps[i].figure),
      };
    }
  ledger_segment_bar_set_parts (LEDGER_SEGMENT_BAR (self->bar), parts, N_STEPS, 0);
  for (guint i = 0; i < N_STEPS; i++)
    g_free (words[i]);
}

static void
ledger_step_bar_dispose (GObject *object)
{
  LedgerStepBar *self = LEDGER_STEP_BAR (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  G_OBJECT_CLASS (ledger_step_bar_parent_class)->dispose (object);
}

static void
ledger_step_bar_class_init (LedgerStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_step_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stepbar");
}

static void
ledger_step_bar_init (LedgerStepBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  self->bar = ledger_segment_bar_new ();
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where it is stuck"), -1);
}

void
ledger_step_bar_set_counts (LedgerStepBar *self, const LedgerCounts *counts, gboolean reviewed)
{
  self->counts = *counts;
  self->reviewed = reviewed;
  show_words (self);
  show_bar (self);
}

LedgerTableCopy *
ledger_step_bar_copy (LedgerStepBar *self)
{
  LedgerTableCopy *copy = ledger_table_copy_new (2);
  const char *const heading[] = { _ ("Step"), _ ("Problems") };

  ledger_table_copy_add_head (copy, heading);
  for (guint i = 0; i < N_STEPS; i++)
    {
      char number[12];
      const char *const cells[] = { ledger_figure_get_name (steps[i].figure), number };

      if (!stands (self, i))
        continue;
      g_snprintf (number, sizeof number, "%u", self->counts.figures[steps[i].figure]);
      ledger_table_copy_add_row (copy, cells);
    }
  return copy;
}
