/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-week-chart.h"

#include <glib/gi18n-lib.h>

#include "ledger-chart-mark.h"
#include "ledger-chart-rows.h"

#define N_WEEKS LEDGER_WEEK_CHART_WEEKS

struct _LedgerWeekChart
{
  GtkWidget parent_instance;

  guint weeks[N_WEEKS];
  char *words[N_WEEKS]; /* "3月9日至3月15日 清明节" */
};

G_DEFINE_FINAL_TYPE (LedgerWeekChart, ledger_week_chart, GTK_TYPE_WIDGET)

static void
clear (LedgerWeekChart *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < N_WEEKS; i++)
    g_clear_pointer (&self->words[i], g_free);
}

/* The first holiday that takes a working day away from the week. */
static const char *
find_holiday (LedgerCalendar *calendar, LedgerDay monday)
{
  for (int i = 0; i < 7; i++)
    if (ledger_calendar_kind (calendar, monday + i) == LEDGER_DAY_KIND_HOLIDAY)
      return ledger_calendar_name (calendar, monday + i);
  return NULL;
}

static char *
describe_week (LedgerDay monday, LedgerDay today, const char *holiday)
{
  g_autofree char *from = ledger_day_to_words (monday, today);
  g_autofree char *until = ledger_day_to_words (monday + 6, today);

  if (holiday == NULL)
    return g_strdup_printf (_ ("%s to %s"), from, until);
  return g_strdup_printf (_ ("%s to %s, %s"), from, until, holiday);
}

static GtkWidget *
create_caption (LedgerDay monday, const char *holiday)
{
  g_autofree char *day = NULL;
  GtkWidget *label;
  int month, dom;

  ledger_day_split (monday, NULL, &month, &dom);
  day = g_strdup_printf ("%d.%d", month, dom);
  label = gtk_label_new (holiday != NULL ? holiday : day);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
append_week (
    LedgerWeekChart *self, guint week, guint most, LedgerDay today, LedgerCalendar *calendar)
{
  const LedgerDay monday = today - (ledger_day_weekday (today) - 1) + 7 * (int)week;
  const char *holiday = find_holiday (calendar, monday);
  const guint value = self->weeks[week];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *words = NULL;
  LedgerChartPart part = {
    .value = value,
    .pattern = value > 0 && value == most ? LEDGER_PATTERN_SOLID : LEDGER_PATTERN_OUTLINE,
    .target = ledger_chart_rows_new (LEDGER_FIGURE_UNFINISHED, NULL, monday, monday + 6),
  };

  self->words[week] = describe_week (monday, today, holiday);
  words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: %u problem due", "%s: %u problems due", value),
      self->words[week],
      value);
  part.words = words;
  gtk_box_append (GTK_BOX (box),
                  ledger_chart_mark_new_column (&part, most > 0 ? (double)value / most : 0));
  gtk_box_append (GTK_BOX (box), create_caption (monday, holiday));
  gtk_widget_set_parent (ledger_chart_mark_wrap (box, &part), GTK_WIDGET (self));
}

static void
ledger_week_chart_dispose (GObject *object)
{
  clear (LEDGER_WEEK_CHART (object));
  G_OBJECT_CLASS (ledger_week_chart_parent_class)->dispose (object);
}

static void
ledger_week_chart_class_init (LedgerWeekChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_week_chart_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "weekchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ledger_week_chart_init (LedgerWeekChart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Due in the next 8 weeks"), -1);
}

void
ledger_week_chart_set_weeks (LedgerWeekChart *self,
                             const guint *weeks,
                             LedgerDay today,
                             LedgerCalendar *calendar)
{
  guint most = 0;

  clear (self);
  for (guint i = 0; i < N_WEEKS; i++)
    {
      self->weeks[i] = weeks[i];
      most = MAX (most, weeks[i]);
    }
  for (guint i = 0; i < N_WEEKS; i++)
    append_week (self, i, most, today, calendar);
}

LedgerTableCopy *
ledger_week_chart_copy (LedgerWeekChart *self)
{
  LedgerTableCopy *copy = ledger_table_copy_new (2);
  const char *const heading[] = { _ ("Week"), _ ("Problems due") };

  ledger_table_copy_add_head (copy, heading);
  for (guint i = 0; i < N_WEEKS; i++)
    {
      char number[12];
      const char *const cells[] = { self->words[i], number };

      g_snprintf (number, sizeof number, "%u", self->weeks[i]);
      ledger_table_copy_add_row (copy, cells);
    }
  return copy;
}
