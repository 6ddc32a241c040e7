/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gantt.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ledger-gantt-private.h"
#include "ledger-line-height.h"
#include "ledger-toolkit.h"
#include "ledger-tooltip.h"

#define ROW_ROOM 10 /* above and below a line of text together */
#define ZOOM_STEP 1.25

enum
{
  SIGNAL_ROW_ACTIVATED,
  SIGNAL_FOLD_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerGantt, ledger_gantt, LEDGER_TYPE_SCROLL_AREA)

static double
chart_width (LedgerGantt *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - ledger_gantt_get_left (self), 1);
}

static double
rows_height (LedgerGantt *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - LEDGER_GANTT_HEAD, 1);
}

static void
update_scroll (LedgerGantt *self)
{
  LedgerScrollArea *area = LEDGER_SCROLL_AREA (self);

  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  if (self->fits)
    self->line.per_day = ledger_time_line_fit (&self->line, chart_width (self));
  ledger_scroll_area_configure (area,
                                GTK_ORIENTATION_HORIZONTAL,
                                ledger_scroll_area_get_left (area),
                                ledger_time_line_width (&self->line),
                                chart_width (self),
                                40);
  ledger_scroll_area_configure (area,
                                GTK_ORIENTATION_VERTICAL,
                                ledger_scroll_area_get_top (area),
                                ledger_schedule_rows_get_n (self->rows) * (double)self->row_height,
                                rows_height (self),
                                self->row_height * 3);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What a screen reader hears of the drawing: the selected row in words, and how many there are. */
static void
describe_selection (LedgerGantt *self)
{
  g_autofree char *words = NULL;
  guint n = ledger_schedule_rows_get_n (self->rows);

  if (self->selected < n)
    {
      const LedgerScheduleRow *row = ledger_schedule_rows_get (self->rows, self->selected);
      words = g_strdup_printf (
          "%s，%s，%s，%s", row->text, row->person, row->due_words, row->light_words);
    }
  else
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Schedule"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words,
                                  -1);
}

void
ledger_gantt_set_rows (LedgerGantt *self, LedgerScheduleRows *rows)
{
  LedgerDay first, last;

  ledger_schedule_rows_ref (rows);
  ledger_schedule_rows_unref (self->rows);
  self->rows = rows;
  if (!ledger_schedule_rows_get_span (rows, &first, &last))
    first = last = self->today;
  self->line.first = MIN (first, self->today) - 2;
  self->line.last = MAX (last, self->today) + 7;
  if (self->selected >= ledger_schedule_rows_get_n (rows))
    self->selected = LEDGER_GANTT_NO_ROW;
  g_hash_table_remove_all (self->layouts);
  describe_selection (self);
  update_scroll (self);
}

LedgerScheduleRows *
ledger_gantt_get_rows (LedgerGantt *self)
{
  return self->rows;
}

void
ledger_gantt_set_folded (LedgerGantt *self, GHashTable *folded)
{
  self->folded = folded;
}

guint
ledger_gantt_get_selected (LedgerGantt *self)
{
  return self->selected;
}

void
ledger_gantt_select (LedgerGantt *self, guint index)
{
  double top = index * (double)self->row_height;

  if (index >= ledger_schedule_rows_get_n (self->rows))
    return;
  self->selected = index;
  ledger_scroll_area_reveal (LEDGER_SCROLL_AREA (self), top, top + self->row_height);
  describe_selection (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ledger_gantt_fit (LedgerGantt *self)
{
  self->fits = TRUE;
  update_scroll (self);
}

/* Zooms so that the day at X of the chart stays where it is. */
static void
zoom_around (LedgerGantt *self, double per_day, double x)
{
  double day = (ledger_scroll_area_get_left (LEDGER_SCROLL_AREA (self)) + x) / self->line.per_day;

  self->fits = FALSE;
  ledger_time_line_zoom (&self->line, per_day);
  update_scroll (self);
  ledger_scroll_area_set_left (LEDGER_SCROLL_AREA (self), day * self->line.per_day - x);
}

void
ledger_gantt_zoom (LedgerGantt *self, double per_day)
{
  zoom_around (self, per_day, chart_width (self) / 2);
}

double
ledger_gantt_get_zoom (LedgerGantt *self)
{
  return self->line.per_day;
}

void
ledger_gantt_show_day (LedgerGantt *self, LedgerDay day)
{
  ledger_scroll_area_set_left (LEDGER_SCROLL_AREA (self),
                               ledger_time_line_x (&self->line, day) - chart_width (self) / 3);
}

guint
ledger_gantt_get_row_at (LedgerGantt *self, double y)
{
  double row = (y - LEDGER_GANTT_HEAD + ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self)))
               / self->row_height;

  if (y < LEDGER_GANTT_HEAD || row >= ledger_schedule_rows_get_n (self->rows))
    return LEDGER_GANTT_NO_ROW;
  return (guint)row;
}

void
ledger_gantt_get_row_area (LedgerGantt *self, guint index, GdkRectangle *area)
{
  const double top = LEDGER_GANTT_HEAD + index * self->row_height
                     - ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self));

  *area = (GdkRectangle){ 0, (int)top, (int)ledger_gantt_get_left (self), (int)self->row_height };
}

static gboolean
can_fold (LedgerGantt *self, guint index)
{
  return index != LEDGER_GANTT_NO_ROW
         && ledger_schedule_rows_get (self->rows, index)->kind == LEDGER_SCHEDULE_ISSUE
         && ledger_schedule_rows_get (self->rows, index)->n_measures > 0;
}

static void
pressed (LedgerGantt *self, int n_press, double x, double y)
{
  guint index = ledger_gantt_get_row_at (self, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index == LEDGER_GANTT_NO_ROW)
    return;
  if (n_press == 1)
    ledger_gantt_select (self, index);
  if (n_press == 1 && x < 18 && can_fold (self, index))
    g_signal_emit (self, signals[SIGNAL_FOLD_TOGGLED], 0, index);
  else if (n_press == 2)
    g_signal_emit (self, signals[SIGNAL_ROW_ACTIVATED], 0, index);
}

static gboolean
scrolled (LedgerGantt *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  zoom_around (self, self->line.per_day * pow (ZOOM_STEP, -dy), chart_width (self) / 2);
  return GDK_EVENT_STOP;
}

static gboolean
move_selection (LedgerGantt *self, int by)
{
  gint64 n = ledger_schedule_rows_get_n (self->rows);
  gint64 at = self->selected == LEDGER_GANTT_NO_ROW ? (by > 0 ? -1 : n) : (gint64)self->selected;

  if (n > 0)
    ledger_gantt_select (self, (guint)CLAMP (at + by, 0, n - 1));
  return GDK_EVENT_STOP;
}

static gboolean
fold_selected (LedgerGantt *self, gboolean fold)
{
  const LedgerScheduleRow *row;

  if (!can_fold (self, self->selected))
    return GDK_EVENT_PROPAGATE;
  row = ledger_schedule_rows_get (self->rows, self->selected);
  if (fold != (self->folded && g_hash_table_contains (self->folded, row->issue_id)))
    g_signal_emit (self, signals[SIGNAL_FOLD_TOGGLED], 0, self->selected);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed (LedgerGantt *self, guint key, guint code, GdkModifierType state)
{
  int page = (int)(rows_height (self) / self->row_height);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
      return move_selection (self, 1);
    case GDK_KEY_Up:
      return move_selection (self, -1);
    case GDK_KEY_Page_Down:
      return move_selection (self, page);
    case GDK_KEY_Page_Up:
      return move_selection (self, -page);
    case GDK_KEY_Home:
      return move_selection (self, G_MININT / 2);
    case GDK_KEY_End:
      return move_selection (self, G_MAXINT / 2);
    case GDK_KEY_Left:
      return fold_selected (self, TRUE);
    case GDK_KEY_Right:
      return fold_selected (self, FALSE);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->selected == LEDGER_GANTT_NO_ROW)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_ROW_ACTIVATED], 0, self->selected);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The whole text of a row whose text is cut, with its light. */
static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LedgerGantt *self = LEDGER_GANTT (widget);
  guint index = keyboard ? self->selected : ledger_gantt_get_row_at (self, y);
  const LedgerScheduleRow *row;
  g_autofree char *text = NULL;

  if (index == LEDGER_GANTT_NO_ROW || ledger_toolkit_is_under_popover (widget))
    return FALSE;
  row = ledger_schedule_rows_get (self->rows, index);
  if (row->kind == LEDGER_SCHEDULE_PHASES || row->kind == LEDGER_SCHEDULE_MILESTONES)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      for (guint i = 0; i < ledger_schedule_rows_get_n_bands (self->rows); i++)
        {
          const LedgerScheduleBand *band = ledger_schedule_rows_get_band (self->rows, i);
          g_autofree char *first = ledger_day_to_words (band->first, self->today);
          g_autofree char *last = ledger_day_to_words (band->last, self->today);
          g_string_append_printf (names,
                                  "%s%s　%s%s%s",
                                  names->len > 0 ? "\n" : "",
                                  band->name,
                                  first,
                                  band->milestone ? "" : "—",
                                  band->milestone ? "" : last);
        }
      ledger_tooltip_set_text (tooltip, names->str);
      return names->len > 0;
    }
  text =
      g_strdup_printf ("%s\n%s　%s　%s", row->text, row->person, row->due_words, row->light_words);
  ledger_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
ledger_gantt_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ledger_gantt_draw (LEDGER_GANTT (widget), snapshot);
}

static void
ledger_gantt_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_scroll (LEDGER_GANTT (widget));
}

static void
ledger_gantt_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1100 : 600;
}

static void
measure_row (LedgerGantt *self)
{
  self->row_height = (float)(ledger_line_height_get (GTK_WIDGET (self), 1) + ROW_ROOM);
}

static void
ledger_gantt_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LedgerGantt *self = LEDGER_GANTT (widget);

  GTK_WIDGET_CLASS (ledger_gantt_parent_class)->css_changed (widget, change);
  g_hash_table_remove_all (self->layouts);
  measure_row (self);
  update_scroll (self);
}

static void
ledger_gantt_finalize (GObject *object)
{
  LedgerGantt *self = LEDGER_GANTT (object);

  ledger_schedule_rows_unref (self->rows);
  g_clear_pointer (&self->calendar, ledger_calendar_unref);
  g_hash_table_unref (self->layouts);
  G_OBJECT_CLASS (ledger_gantt_parent_class)->finalize (object);
}

static void
ledger_gantt_class_init (LedgerGanttClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ledger_gantt_finalize;
  widget_class->snapshot = ledger_gantt_snapshot;
  widget_class->size_allocate = ledger_gantt_size_allocate;
  widget_class->measure = ledger_gantt_measure;
  widget_class->css_changed = ledger_gantt_css_changed;
  widget_class->query_tooltip = query_tooltip;
  signals[SIGNAL_ROW_ACTIVATED] = g_signal_new ("row-activated",
                                                LEDGER_TYPE_GANTT,
                                                G_SIGNAL_RUN_LAST,
                                                0,
                                                NULL,
                                                NULL,
                                                NULL,
                                                G_TYPE_NONE,
                                                1,
                                                G_TYPE_UINT);
  signals[SIGNAL_FOLD_TOGGLED] = g_signal_new ("fold-toggled",
                                               LEDGER_TYPE_GANTT,
                                               G_SIGNAL_RUN_LAST,
                                               0,
                                               NULL,
                                               NULL,
                                               NULL,
                                               G_TYPE_NONE,
                                               1,
                                               G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "gantt");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
ledger_gantt_init (LedgerGantt *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->rows = ledger_schedule_rows_new_made_up (0, 0);
  self->selected = LEDGER_GANTT_NO_ROW;
  self->fits = TRUE;
  self->row_height = 28;
  self->line.per_day = 7.5;
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed), self);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scrolled), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

void
ledger_gantt_set_days (LedgerGantt *self, LedgerCalendar *calendar, LedgerDay today)
{
  if (self->calendar == calendar && self->today == today)
    return;
  ledger_calendar_ref (calendar);
  g_clear_pointer (&self->calendar, ledger_calendar_unref);
  self->calendar = calendar;
  self->today = today;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
ledger_gantt_new (LedgerCalendar *calendar, LedgerDay today)
{
  LedgerGantt *self = g_object_new (LEDGER_TYPE_GANTT, NULL);

  self->calendar = ledger_calendar_ref (calendar);
  self->today = today;
  measure_row (self);
  ledger_gantt_set_rows (self, self->rows);
  return GTK_WIDGET (self);
}
