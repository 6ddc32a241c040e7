/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-stack-chart.h"

#include <glib/gi18n-lib.h>

#include "ledger-box.h"
#include "ledger-chart-rows.h"
#include "ledger-segment-bar.h"
#include "ledger-toolkit.h"

#define MOST_ROWS 8
#define N_COLUMNS 2

static const struct
{
  LedgerFigure figure;
  LedgerChartPattern pattern;
  LedgerTint tint;
} lights[] = {
  { LEDGER_FIGURE_OVERDUE, LEDGER_PATTERN_HATCH, LEDGER_TINT_LATE },
  { LEDGER_FIGURE_NEAR, LEDGER_PATTERN_DOTS, LEDGER_TINT_NEAR },
  { LEDGER_FIGURE_ON_TIME, LEDGER_PATTERN_OUTLINE, LEDGER_TINT_NONE },
  { LEDGER_FIGURE_LONG_TERM, LEDGER_PATTERN_ROWS, LEDGER_TINT_LONG_TERM },
  { LEDGER_FIGURE_UNDATED, LEDGER_PATTERN_DASHES, LEDGER_TINT_NONE },
  { LEDGER_FIGURE_DONE, LEDGER_PATTERN_SOLID, LEDGER_TINT_DONE },
};
#define N_LIGHTS G_N_ELEMENTS (lights)

typedef struct
{
  char *id; /* as ledger_chart_rows_new() takes it */
  char *name;
  LedgerCounts counts;
} Row;

struct _LedgerStackChart
{
  GtkWidget parent_instance;

  GPtrArray *rows; /* Row*, all departments */
  LedgerCounts sum;
  GtkWidget *stack;
  GtkWidget *bars;
  GtkWidget *table;
  gboolean table_stale; /* it is made when somebody looks at it: some hundred numbers */
  GtkWidget *legend;
};

G_DEFINE_FINAL_TYPE (LedgerStackChart, ledger_stack_chart, GTK_TYPE_WIDGET)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row->name);
  g_free (row);
}

static void
add_counts (LedgerCounts *sum, const LedgerCounts *counts)
{
  for (guint i = 0; i < LEDGER_N_FIGURES; i++)
    sum->figures[i] += counts->figures[i];
}

static guint
get_length (const LedgerCounts *counts)
{
  guint length = 0;

  for (guint i = 0; i < N_LIGHTS; i++)
    length += counts->figures[lights[i].figure];
  return length;
}

static char *
describe (const char *name, LedgerFigure figure, guint value)
{
  return g_strdup_printf (_ ("%s %s %u"), name, ledger_figure_get_name (figure), value);
}

/* "财务科 逾期3 临期2 …": the whole row for who cannot see the bar. */
static char *
describe_row (const char *name, const LedgerCounts *counts)
{
  GString *words = g_string_new (name);

  for (guint i = 0; i < N_LIGHTS; i++)
    if (counts->figures[lights[i].figure] > 0)
      g_string_append_printf (words,
                              " %s%u",
                              ledger_figure_get_name (lights[i].figure),
                              counts->figures[lights[i].figure]);
  return g_string_free (words, FALSE);
}

static void
clear_grid (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

/* --- bars --- */

static GtkWidget *
create_name (const char *name, const LedgerCounts *counts, GVariant *target)
{
  g_autofree char *words = describe_row (name, counts);
  GtkWidget *button = ledger_chart_mark_new_link (name, words, target);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return button;
}

/* The rows of 其余 are no one condition of the filter: there every number opens the table. */
static GtkWidget *
create_bar (const Row *row, guint scale, gboolean rest)
{
  GtkWidget *bar = ledger_segment_bar_new ();
  LedgerChartPart parts[N_LIGHTS];
  char *words[N_LIGHTS];

  for (guint i = 0; i < N_LIGHTS; i++)
    {
      const guint value = row->counts.figures[lights[i].figure];

      words[i] = describe (row->name, lights[i].figure, value);
      parts[i] = (LedgerChartPart){
        .value = value,
        .pattern = lights[i].pattern,
        .tint = lights[i].tint,
        .words = words[i],
        .target = rest ? NULL
                       : ledger_chart_rows_new (
                           lights[i].figure, row->id, LEDGER_DAY_NONE, LEDGER_DAY_NONE),
      };
    }
  ledger_segment_bar_set_parts (LEDGER_SEGMENT_BAR (bar), parts, N_LIGHTS, scale);
  for (guint i = 0; i < N_LIGHTS; i++)
    g_free (words[i]);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
  return bar;
}

static void
attach_row (LedgerStackChart *self, const Row *row, guint place, guint n, guint scale)
{
  const guint height = (n + N_COLUMNS - 1) / N_COLUMNS;
  const int left = (int)(place / height) * 2;
  const int top = (int)(place % height);
  const gboolean rest = row->id == NULL;
  GtkWidget *name = create_name (
      row->name,
      &row->counts,
      rest ? NULL
           : ledger_chart_rows_new (LEDGER_FIGURE_ALL, row->id, LEDGER_DAY_NONE, LEDGER_DAY_NONE));
  GtkWidget *bar = create_bar (row, scale, rest);

  if (left > 0)
    gtk_widget_set_margin_start (name, 12);
  gtk_grid_attach (GTK_GRID (self->bars), name, left, top, 1, 1);
  gtk_grid_attach (GTK_GRID (self->bars), bar, left + 1, top, 1, 1);
}

static void
show_bars (LedgerStackChart *self)
{
  const gboolean folded = self->rows->len > MOST_ROWS + 1;
  const guint n = folded ? MOST_ROWS : self->rows->len;
  Row rest = { 0 };
  guint scale = 0;

  clear_grid (self->bars);
  for (guint i = 0; i < n; i++)
    scale = MAX (scale, get_length (&((Row *)g_ptr_array_index (self->rows, i))->counts));
  for (guint i = n; i < self->rows->len; i++)
    add_counts (&rest.counts, &((Row *)g_ptr_array_index (self->rows, i))->counts);
  scale = MAX (scale, get_length (&rest.counts));
  for (guint i = 0; i < n; i++)
    attach_row (self, g_ptr_array_index (self->rows, i), i, n + (folded ? 1 : 0), scale);
  if (!folded)
    return;
  rest.name =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", self->rows->len - n),
                       self->rows->len - n);
  attach_row (self, &rest, n, n + 1, scale);
  g_free (rest.name);
}

/* --- table --- */

static void
attach_heading (LedgerStackChart *self, const char *text, int column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_grid_attach (GTK_GRID (self->table), label, column, 0, 1, 1);
}

static void
attach_number (LedgerStackChart *self, const Row *row, LedgerFigure figure, int column, int top)
{
  const guint value = row->counts.figures[figure];
  g_autofree char *text = g_strdup_printf ("%u", value);
  g_autofree char *words = describe (row->name, figure, value);
  GtkWidget *button = ledger_chart_mark_new_link (
      text, words, ledger_chart_rows_new (figure, row->id, LEDGER_DAY_NONE, LEDGER_DAY_NONE));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_grid_attach (GTK_GRID (self->table), button, column, top, 1, 1);
}

static void
show_table (LedgerStackChart *self)
{
  self->table_stale = FALSE;
  clear_grid (self->table);
  attach_heading (self, _ ("Department"), 0);
  for (guint i = 0; i < N_LIGHTS; i++)
    attach_heading (self, ledger_figure_get_name (lights[i].figure), (int)i + 1);
  attach_heading (self, _ ("Together"), N_LIGHTS + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      GtkWidget *name = gtk_label_new (row->name);

      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_widget_set_hexpand (name, TRUE);
      ledger_toolkit_set_tooltip (name, row->name);
      gtk_grid_attach (GTK_GRID (self->table), name, 0, (int)i + 1, 1, 1);
      for (guint light = 0; light < N_LIGHTS; light++)
        attach_number (self, row, lights[light].figure, (int)light + 1, (int)i + 1);
      attach_number (self, row, LEDGER_FIGURE_ALL, N_LIGHTS + 1, (int)i + 1);
    }
}

static void
show_legend (LedgerStackChart *self)
{

  ledger_box_clear (self->legend);
  for (guint i = 0; i < N_LIGHTS; i++)
    {
      GtkWidget *label;

      if (self->sum.figures[lights[i].figure] == 0)
        continue;
      gtk_box_append (GTK_BOX (self->legend),
                      ledger_chart_mark_new_sample (lights[i].pattern, lights[i].tint));
      label = gtk_label_new (ledger_figure_get_name (lights[i].figure));
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_margin_end (label, 6);
      gtk_box_append (GTK_BOX (self->legend), label);
    }
}

/* --- the widget --- */

static void
ledger_stack_chart_dispose (GObject *object)
{
  LedgerStackChart *self = LEDGER_STACK_CHART (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->legend);
  G_OBJECT_CLASS (ledger_stack_chart_parent_class)->dispose (object);
}

static void
ledger_stack_chart_finalize (GObject *object)
{
  g_ptr_array_unref (LEDGER_STACK_CHART (object)->rows);
  G_OBJECT_CLASS (ledger_stack_chart_parent_class)->finalize (object);
}

static void
ledger_stack_chart_class_init (LedgerStackChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_stack_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_stack_chart_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stackchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ledger_stack_chart_init (LedgerStackChart *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->legend = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4));
  self->bars = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->bars), 2);
  gtk_grid_set_column_spacing (GTK_GRID (self->bars), 6);
  gtk_widget_set_valign (self->bars, GTK_ALIGN_START);
  self->table = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->table), 6);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->bars, "bars");
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "table");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Departments"), -1);
}

GtkWidget *
ledger_stack_chart_get_legend (LedgerStackChart *self)
{
  return self->legend;
}

static gboolean
shows_table (LedgerStackChart *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "table") == 0;
}

void
ledger_stack_chart_set_departments (LedgerStackChart *self, GPtrArray *departments)
{
  g_ptr_array_set_size (self->rows, 0);
  self->sum = (LedgerCounts){ 0 };
  for (guint i = 0; i < departments->len; i++)
    {
      const LedgerDepartmentCounts *counts = g_ptr_array_index (departments, i);
      Row *row = g_new0 (Row, 1);

      row->id =
          g_strdup (counts->department_id ? counts->department_id : LEDGER_FILTER_NO_DEPARTMENT);
      row->name = g_strdup (counts->name ? counts->name : "");
      row->counts = counts->counts;
      add_counts (&self->sum, &row->counts);
      g_ptr_array_add (self->rows, row);
    }
  show_legend (self);
  show_bars (self);
  self->table_stale = TRUE;
  if (shows_table (self))
    show_table (self);
}

void
ledger_stack_chart_set_table (LedgerStackChart *self, gboolean table)
{
  if (table && self->table_stale)
    show_table (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), table ? "table" : "bars");
}

LedgerTableCopy *
ledger_stack_chart_copy (LedgerStackChart *self)
{
  LedgerTableCopy *copy = ledger_table_copy_new (N_LIGHTS + 2);
  const char *heading[N_LIGHTS + 2] = { _ ("Department") };

  for (guint i = 0; i < N_LIGHTS; i++)
    heading[i + 1] = ledger_figure_get_name (lights[i].figure);
  heading[N_LIGHTS + 1] = _ ("Together");
  ledger_table_copy_add_head (copy, heading);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      char numbers[N_LIGHTS + 1][12];
      const char *cells[N_LIGHTS + 2] = { row->name };

      for (guint light = 0; light <= N_LIGHTS; light++)
        {
          const LedgerFigure figure = light < N_LIGHTS ? lights[light].figure : LEDGER_FIGURE_ALL;

          g_snprintf (numbers[light], sizeof numbers[light], "%u", row->counts.figures[figure]);
          cells[light + 1] = numbers[light];
        }
      ledger_table_copy_add_row (copy, cells);
    }
  return copy;
}
