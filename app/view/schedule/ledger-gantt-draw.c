/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ledger-gantt-private.h"
#include "ledger-tint.h"

#define PERSON_WIDTH 64.0f
#define DUE_WIDTH 92.0f
#define PADDING 6.0f
#define INDENT 18.0f
#define BAR_INSET 7.0f
/* Enough for every text of a screen twice over; dropped whole when full, for scrolling comes back
 * to few. */
#define MOST_LAYOUTS 600
/* Below this a single rest day is no use to the eye. */
#define REST_DAY_ROOM 2.5

static PangoLayout *
get_layout (LedgerGantt *self, const char *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, text);

  if (layout)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  g_hash_table_insert (self->layouts, g_strdup (text), layout);
  return layout;
}

static void
get_foreground (LedgerGantt *self, GdkRGBA *colour, float alpha)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), colour);
  colour->alpha *= alpha;
}

/* One line of TEXT in a place of WIDTH, in the middle of HEIGHT; ellipsized. WIDTH negative: as
 * long as it is. */
static void
append_text (LedgerGantt *self,
             GtkSnapshot *snapshot,
             const char *text,
             float x,
             float y,
             float width,
             float height,
             float alpha)
{
  PangoLayout *layout;
  GdkRGBA colour;
  int text_height;

  if (!*text)
    return;
  layout = get_layout (self, text);
  pango_layout_set_width (layout, width < 0 ? -1 : (int)(MAX (width, 1) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  get_foreground (self, &colour, alpha);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x, y + roundf ((height - (float)text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width, float height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
frame (GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width, float height)
{
  GskRoundedRect outline;
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };

  if (width < 2)
    width = 2;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, width, height), 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

float
ledger_gantt_get_left (LedgerGantt *self)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));

  return CLAMP (width * 0.38f, 260, 420);
}

static float
x_of (LedgerGantt *self, LedgerDay day)
{
  return ledger_gantt_get_left (self) + (float)ledger_time_line_x (&self->line, day)
         - (float)ledger_scroll_area_get_left (LEDGER_SCROLL_AREA (self));
}

static void
get_seen_days (LedgerGantt *self, LedgerDay *first, LedgerDay *last)
{
  double offset = ledger_scroll_area_get_left (LEDGER_SCROLL_AREA (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - ledger_gantt_get_left (self);

  *first = MAX (ledger_time_line_day (&self->line, offset), self->line.first);
  *last = MIN (ledger_time_line_day (&self->line, offset + width), self->line.last);
}

/* Rest days as a quiet ground over the whole height; make-up days are worked and stay white. */
static void
draw_rest_days (LedgerGantt *self, GtkSnapshot *snapshot, float height)
{
  LedgerDay first, last;
  GdkRGBA colour;

  if (self->line.per_day < REST_DAY_ROOM)
    return;
  get_foreground (self, &colour, 0.06f);
  get_seen_days (self, &first, &last);
  for (LedgerDay day = first; day <= last; day++)
    if (!ledger_calendar_is_working (self->calendar, day))
      fill (snapshot,
            &colour,
            x_of (self, day),
            LEDGER_GANTT_HEAD / 2,
            (float)self->line.per_day,
            height - LEDGER_GANTT_HEAD / 2);
}

static char *
dup_day_of_month (LedgerDay day)
{
  int year, month, dom;

  ledger_day_split (day, &year, &month, &dom);
  return g_strdup_printf ("%d", dom);
}

static void
draw_lower_tier (LedgerGantt *self, GtkSnapshot *snapshot, LedgerDay first, LedgerDay last)
{
  LedgerTick tick = ledger_time_line_get_tick (&self->line);
  GdkRGBA rule;
  const char *named = NULL;

  get_foreground (self, &rule, 0.12f);
  for (LedgerDay day = ledger_time_line_next_tick (tick, first); day <= last;
       day = ledger_time_line_next_tick (tick, day + 1))
    {
      g_autofree char *label = dup_day_of_month (day);
      float x = x_of (self, day);

      fill (snapshot, &rule, x, LEDGER_GANTT_HEAD / 2, 1, LEDGER_GANTT_HEAD / 2);
      if (tick != LEDGER_TICK_MONTH)
        append_text (
            self, snapshot, label, x + 3, LEDGER_GANTT_HEAD / 2, -1, LEDGER_GANTT_HEAD / 2, 0.7f);
    }
  /* 清明, 国庆节: the name where the holiday begins, if a day has room for a mark. */
  for (LedgerDay day = first; self->line.per_day >= 5 && day <= last; day++)
    {
      LedgerDayKind kind = ledger_calendar_kind (self->calendar, day);
      const char *name = ledger_calendar_name (self->calendar, day);

      if (kind == LEDGER_DAY_KIND_MAKE_UP && self->line.per_day >= 16)
        append_text (
            self, snapshot, _ ("work"), x_of (self, day) + 2, 2, -1, LEDGER_GANTT_HEAD / 2, 0.7f);
      if (kind == LEDGER_DAY_KIND_HOLIDAY && name && g_strcmp0 (name, named) != 0
          && self->line.per_day >= 16)
        append_text (
            self, snapshot, name, x_of (self, day) + 2, 2, -1, LEDGER_GANTT_HEAD / 2, 0.7f);
      named = kind == LEDGER_DAY_KIND_HOLIDAY ? name : NULL;
    }
}

static void
draw_upper_tier (LedgerGantt *self, GtkSnapshot *snapshot, LedgerDay first, LedgerDay last)
{
  GdkRGBA rule;
  int year, month, dom;

  get_foreground (self, &rule, 0.2f);
  ledger_day_split (first, &year, &month, &dom);
  for (LedgerDay day = ledger_day_new (year, month, 1); day != LEDGER_DAY_NONE && day <= last;
       day = ledger_day_add_months (day, 1))
    {
      g_autofree char *label = NULL;
      float x = MAX (x_of (self, day), ledger_gantt_get_left (self));

      ledger_day_split (day, &year, &month, &dom);
      label = month == 1 || day <= first ? g_strdup_printf ("%d年%d月", year, month)
                                         : g_strdup_printf ("%d月", month);
      fill (snapshot, &rule, x_of (self, day), 0, 1, LEDGER_GANTT_HEAD);
      /* The rest of a month that is nearly gone at the left has no room for its name. */
      if (x_of (self, ledger_day_add_months (day, 1)) - x > 30)
        append_text (self, snapshot, label, x + 4, 0, -1, LEDGER_GANTT_HEAD / 2, 1);
    }
}

static void
draw_today (LedgerGantt *self, GtkSnapshot *snapshot, float height)
{
  float x = x_of (self, self->today) + (float)self->line.per_day / 2;
  GdkRGBA colour;

  get_foreground (self, &colour, 0.55f);
  for (float y = LEDGER_GANTT_HEAD; y < height; y += 8)
    fill (snapshot, &colour, x, y, 1, 4);
  append_text (self, snapshot, _ ("today"), x + 3, LEDGER_GANTT_HEAD - 22, -1, 22, 1);
}

/* Late work: hatched, so that it is told on paper and without colour. */
static void
append_hatch (LedgerGantt *self, GtkSnapshot *snapshot, float x, float y, float width, float height)
{
  GdkRGBA colour;
  cairo_t *cr;

  if (width < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, width, height));
  ledger_tint_get_colour (LEDGER_TINT_LATE, GTK_WIDGET (self), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1.2);
  for (float at = x - height; at < x + width; at += 5)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_bar (LedgerGantt *self, GtkSnapshot *snapshot, const LedgerScheduleRow *row, float y)
{
  LedgerDay start = row->start == LEDGER_DAY_NONE ? row->due : MIN (row->start, row->due);
  float inset = row->kind == LEDGER_SCHEDULE_ISSUE ? BAR_INSET - 1 : BAR_INSET + 2;
  float left = x_of (self, start);
  float right = x_of (self, row->due + 1);
  float height = self->row_height - 2 * inset;
  float end = right;
  GdkRGBA solid, outline;

  get_foreground (self, &solid, row->kind == LEDGER_SCHEDULE_ISSUE ? 0.55f : 0.35f);
  get_foreground (self, &outline, 0.6f);
  fill (snapshot, &solid, left, y + inset, (right - left) * row->done, height);
  frame (snapshot, &outline, left, y + inset, right - left, height);
  if (row->light == LEDGER_LIGHT_OVERDUE)
    {
      end = MAX (x_of (self, self->today + 1), right);
      append_hatch (self, snapshot, right, y + inset, end - right, height);
    }
  if (row->kind == LEDGER_SCHEDULE_ISSUE
      && (row->light == LEDGER_LIGHT_OVERDUE || row->light == LEDGER_LIGHT_NEAR
          || row->light == LEDGER_LIGHT_TODAY))
    append_text (self, snapshot, row->light_words, end + 4, y, -1, self->row_height, 0.9f);
}

/* One row for all phases; names that do not fit into their band are cut. */
static void
draw_phases (LedgerGantt *self, GtkSnapshot *snapshot, float y)
{
  GdkRGBA ground, outline;

  get_foreground (self, &ground, 0.1f);
  get_foreground (self, &outline, 0.5f);
  for (guint i = 0; i < ledger_schedule_rows_get_n_bands (self->rows); i++)
    {
      const LedgerScheduleBand *band = ledger_schedule_rows_get_band (self->rows, i);
      float left = x_of (self, band->first);
      float right = x_of (self, band->last + 1);

      if (band->milestone)
        break;
      fill (snapshot, &ground, left, y + 4, right - left, self->row_height - 8);
      frame (snapshot, &outline, left, y + 4, right - left, self->row_height - 8);
      append_text (self, snapshot, band->name, left + 6, y, right - left - 12, self->row_height, 1);
    }
}

/* One row for the nodes: the name beside the mark, as far as the next mark leaves room. */
static void
draw_nodes (LedgerGantt *self, GtkSnapshot *snapshot, float y)
{
  guint n = ledger_schedule_rows_get_n_bands (self->rows);

  for (guint i = 0; i < n; i++)
    {
      const LedgerScheduleBand *band = ledger_schedule_rows_get_band (self->rows, i);
      float x = x_of (self, band->first) + (float)self->line.per_day / 2 - 6;
      float room =
          i + 1 < n ? x_of (self, ledger_schedule_rows_get_band (self->rows, i + 1)->first) - x - 26
                    : -1;

      if (!band->milestone)
        continue;
      append_text (self, snapshot, "◆", x, y, -1, self->row_height, 1);
      if (room < 0 || room > 30)
        append_text (self, snapshot, band->name, x + 18, y, room, self->row_height, 1);
    }
}

static gboolean
is_folded (LedgerGantt *self, const LedgerScheduleRow *row)
{
  return self->folded && row->issue_id && g_hash_table_contains (self->folded, row->issue_id);
}

static void
draw_left (LedgerGantt *self, GtkSnapshot *snapshot, const LedgerScheduleRow *row, float y)
{
  float left = ledger_gantt_get_left (self);
  float indent = row->kind == LEDGER_SCHEDULE_MEASURE ? 2 * INDENT : INDENT;
  float text_end = left - PERSON_WIDTH - DUE_WIDTH - 2 * PADDING;
  float alpha = row->kind == LEDGER_SCHEDULE_MEASURE ? 0.8f : 1;

  if (row->kind == LEDGER_SCHEDULE_ISSUE && row->n_measures > 0)
    append_text (
        self, snapshot, is_folded (self, row) ? "▸" : "▾", PADDING, y, -1, self->row_height, 0.8f);
  append_text (self, snapshot, row->text, indent, y, text_end - indent, self->row_height, alpha);
  append_text (self,
               snapshot,
               row->person,
               text_end + PADDING,
               y,
               PERSON_WIDTH - PADDING,
               self->row_height,
               alpha);
  append_text (self,
               snapshot,
               row->due_words,
               left - DUE_WIDTH,
               y,
               DUE_WIDTH - PADDING,
               self->row_height,
               alpha);
}

static void
draw_row_ground (LedgerGantt *self, GtkSnapshot *snapshot, guint index, float y, float width)
{
  GdkRGBA colour;

  if (index == self->selected)
    {
      ledger_tint_get_colour (LEDGER_TINT_LONG_TERM, GTK_WIDGET (self), &colour);
      colour.alpha = 0.18f;
      fill (snapshot, &colour, 0, y, width, self->row_height);
    }
  get_foreground (self, &colour, 0.08f);
  fill (snapshot, &colour, 0, y + self->row_height - 1, width, 1);
}

static void
draw_rows (LedgerGantt *self, GtkSnapshot *snapshot, float width, float height)
{
  double offset = ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self));
  guint n = ledger_schedule_rows_get_n (self->rows);
  guint first = (guint)(offset / self->row_height);
  float left = ledger_gantt_get_left (self);

  for (guint i = first; i < n; i++)
    {
      const LedgerScheduleRow *row = ledger_schedule_rows_get (self->rows, i);
      float y = LEDGER_GANTT_HEAD + (float)(i * self->row_height - offset);

      if (y > height)
        break;
      draw_row_ground (self, snapshot, i, y, width);
      draw_left (self, snapshot, row, y);
      gtk_snapshot_push_clip (snapshot,
                              &GRAPHENE_RECT_INIT (left, y, width - left, self->row_height));
      if (row->kind == LEDGER_SCHEDULE_PHASES)
        draw_phases (self, snapshot, y);
      else if (row->kind == LEDGER_SCHEDULE_MILESTONES)
        draw_nodes (self, snapshot, y);
      else if (row->due != LEDGER_DAY_NONE)
        draw_bar (self, snapshot, row, y);
      gtk_snapshot_pop (snapshot);
    }
}

static void
draw_head (LedgerGantt *self, GtkSnapshot *snapshot, float width)
{
  float left = ledger_gantt_get_left (self);
  float middle = LEDGER_GANTT_HEAD / 2;
  LedgerDay first, last;
  GdkRGBA rule;

  get_foreground (self, &rule, 0.2f);
  append_text (self, snapshot, _ ("Problem, measure"), INDENT, middle, 160, middle, 0.8f);
  append_text (self,
               snapshot,
               _ ("Handler"),
               left - PERSON_WIDTH - DUE_WIDTH - PADDING,
               middle,
               PERSON_WIDTH,
               middle,
               0.8f);
  append_text (self, snapshot, _ ("Deadline"), left - DUE_WIDTH, middle, DUE_WIDTH, middle, 0.8f);
  get_seen_days (self, &first, &last);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, 0, width - left, LEDGER_GANTT_HEAD));
  draw_upper_tier (self, snapshot, first, last);
  draw_lower_tier (self, snapshot, first, last);
  gtk_snapshot_pop (snapshot);
  fill (snapshot, &rule, 0, LEDGER_GANTT_HEAD - 1, width, 1);
}

/* The names of the milestones stand below the axis, where they fit one beside the other. */
static void
draw_milestones (LedgerGantt *self, GtkSnapshot *snapshot, float height)
{
  GdkRGBA colour;

  ledger_tint_get_colour (LEDGER_TINT_LONG_TERM, GTK_WIDGET (self), &colour);
  colour.alpha = 0.4f;
  for (guint i = 0; i < ledger_schedule_rows_get_n_bands (self->rows); i++)
    {
      const LedgerScheduleBand *band = ledger_schedule_rows_get_band (self->rows, i);

      if (band->milestone)
        fill (snapshot,
              &colour,
              x_of (self, band->first) + (float)self->line.per_day / 2,
              LEDGER_GANTT_HEAD,
              1,
              height - LEDGER_GANTT_HEAD);
    }
}

void
ledger_gantt_draw (LedgerGantt *self, GtkSnapshot *snapshot)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  float left = ledger_gantt_get_left (self);
  GdkRGBA rule;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, 0, width - left, height));
  draw_rest_days (self, snapshot, height);
  draw_milestones (self, snapshot, height);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, LEDGER_GANTT_HEAD, width, height - LEDGER_GANTT_HEAD));
  draw_rows (self, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
  draw_head (self, snapshot, width);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, 0, width - left, height));
  draw_today (self, snapshot, height);
  gtk_snapshot_pop (snapshot);
  get_foreground (self, &rule, 0.2f);
  fill (snapshot, &rule, left - 1, 0, 1, height);
  gtk_snapshot_pop (snapshot);
}
