/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ledger-gantt-private.h"
#include "ledger-tint.h"

#define BAR_INSET 7.0f

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
  float left = ledger_gantt_x_of (self, start);
  float right = ledger_gantt_x_of (self, row->due + 1);
  float height = self->row_height - 2 * inset;
  float end = right;
  GdkRGBA solid, outline;

  ledger_gantt_get_foreground (self, &solid, row->kind == LEDGER_SCHEDULE_ISSUE ? 0.55f : 0.35f);
  ledger_gantt_get_foreground (self, &outline, 0.6f);
  ledger_gantt_fill (snapshot, &solid, left, y + inset, (right - left) * row->done, height);
  ledger_gantt_frame (snapshot, &outline, left, y + inset, right - left, height);
  if (row->light == LEDGER_LIGHT_OVERDUE)
    {
      end = MAX (ledger_gantt_x_of (self, self->today + 1), right);
      append_hatch (self, snapshot, right, y + inset, end - right, height);
    }
  if (row->kind == LEDGER_SCHEDULE_ISSUE
      && (row->light == LEDGER_LIGHT_OVERDUE || row->light == LEDGER_LIGHT_NEAR
          || row->light == LEDGER_LIGHT_TODAY))
    ledger_gantt_append_text (
        self, snapshot, row->light_words, end + 4, y, -1, self->row_height, 0.9f);
}

/* One row for all phases; names that do not fit into their band are cut. */
static void
draw_phases (LedgerGantt *self, GtkSnapshot *snapshot, float y)
{
  GdkRGBA ground, outline;

  ledger_gantt_get_foreground (self, &ground, 0.1f);
  ledger_gantt_get_foreground (self, &outline, 0.5f);
  for (guint i = 0; i < ledger_schedule_rows_get_n_bands (self->rows); i++)
    {
      const LedgerScheduleBand *band = ledger_schedule_rows_get_band (self->rows, i);
      float left = ledger_gantt_x_of (self, band->first);
      float right = ledger_gantt_x_of (self, band->last + 1);

      if (band->milestone)
        break;
      ledger_gantt_fill (snapshot, &ground, left, y + 4, right - left, self->row_height - 8);
      ledger_gantt_frame (snapshot, &outline, left, y + 4, right - left, self->row_height - 8);
      /* Of a phase that began before what is seen the name stays in sight. */
      left = MAX (left, ledger_gantt_get_left (self));
      if (right - left > 12)
        ledger_gantt_append_text (
            self, snapshot, band->name, left + 6, y, right - left - 12, self->row_height, 1);
    }
}

/* The name of a node stands behind its mark where it has room before the next mark, else before it;
 * TAKEN is how far to the right the row is written on. */
static void
draw_node_name (LedgerGantt *self,
                GtkSnapshot *snapshot,
                const char *name,
                float x,
                float y,
                float next,
                float *taken)
{
  const float width = ledger_gantt_measure_text (self, name);
  float at = x + 18;

  if (at + width > next && x - 6 - width > *taken)
    at = x - 6 - width;
  else if (at + width > next && next - at < 30)
    {
      *taken = x + 12;
      return;
    }
  ledger_gantt_append_text (
      self, snapshot, name, at, y, MIN (width, MAX (next - at, 0)) + 1, self->row_height, 1);
  *taken = MAX (x + 12, at + MIN (width, next - at));
}

/* One row for the nodes. */
static void
draw_nodes (LedgerGantt *self, GtkSnapshot *snapshot, float y)
{
  const guint n = ledger_schedule_rows_get_n_bands (self->rows);
  float taken = ledger_gantt_get_left (self);

  for (guint i = 0; i < n; i++)
    {
      const LedgerScheduleBand *band = ledger_schedule_rows_get_band (self->rows, i);
      const float middle = (float)self->line.per_day / 2 - 6;
      float x = ledger_gantt_x_of (self, band->first) + middle;
      float next = (float)gtk_widget_get_width (GTK_WIDGET (self));

      if (!band->milestone || x + 12 < taken)
        continue;
      if (i + 1 < n)
        next =
            MIN (next,
                 ledger_gantt_x_of (self, ledger_schedule_rows_get_band (self->rows, i + 1)->first)
                     + middle - 8);
      ledger_gantt_append_text (self, snapshot, "◆", x, y, -1, self->row_height, 1);
      draw_node_name (self, snapshot, band->name, x, y, next, &taken);
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
  float indent =
      row->kind == LEDGER_SCHEDULE_MEASURE ? 2 * LEDGER_GANTT_INDENT : LEDGER_GANTT_INDENT;
  float text_end = left - LEDGER_GANTT_PERSON_WIDTH - ledger_gantt_get_due_width (self)
                   - 2 * LEDGER_GANTT_PADDING;
  float alpha = row->kind == LEDGER_SCHEDULE_MEASURE ? 0.8f : 1;

  if (row->kind == LEDGER_SCHEDULE_ISSUE && row->n_measures > 0)
    ledger_gantt_append_text (self,
                              snapshot,
                              is_folded (self, row) ? "▸" : "▾",
                              LEDGER_GANTT_PADDING,
                              y,
                              -1,
                              self->row_height,
                              0.8f);
  ledger_gantt_append_text (
      self, snapshot, row->text, indent, y, text_end - indent, self->row_height, alpha);
  ledger_gantt_append_text (self,
                            snapshot,
                            row->person,
                            text_end + LEDGER_GANTT_PADDING,
                            y,
                            LEDGER_GANTT_PERSON_WIDTH - LEDGER_GANTT_PADDING,
                            self->row_height,
                            alpha);
  ledger_gantt_append_text (self,
                            snapshot,
                            row->due_short,
                            left - ledger_gantt_get_due_width (self),
                            y,
                            ledger_gantt_get_due_width (self) - LEDGER_GANTT_PADDING,
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
      ledger_gantt_fill (snapshot, &colour, 0, y, width, self->row_height);
    }
  ledger_gantt_get_foreground (self, &colour, 0.08f);
  ledger_gantt_fill (snapshot, &colour, 0, y + self->row_height - 1, width, 1);
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
        ledger_gantt_fill (snapshot,
                           &colour,
                           ledger_gantt_x_of (self, band->first) + (float)self->line.per_day / 2,
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
  ledger_gantt_draw_rest_days (self, snapshot, height);
  draw_milestones (self, snapshot, height);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, LEDGER_GANTT_HEAD, width, height - LEDGER_GANTT_HEAD));
  draw_rows (self, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
  ledger_gantt_draw_head (self, snapshot, width);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, 0, width - left, height));
  ledger_gantt_draw_today (self, snapshot, height);
  gtk_snapshot_pop (snapshot);
  ledger_gantt_get_foreground (self, &rule, 0.2f);
  ledger_gantt_fill (snapshot, &rule, left - 1, 0, 1, height);
  gtk_snapshot_pop (snapshot);
}
