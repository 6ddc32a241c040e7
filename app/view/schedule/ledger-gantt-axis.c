/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-gantt-private.h"

/* Below this a single rest day is no use to the eye. */
#define REST_DAY_ROOM 2.5

/* Rest days as a quiet ground over the whole height; make-up days are worked and stay white. */
void
ledger_gantt_draw_rest_days (LedgerGantt *self, GtkSnapshot *snapshot, float height)
{
  LedgerDay first, last;
  GdkRGBA colour;

  if (self->line.per_day < REST_DAY_ROOM)
    return;
  ledger_gantt_get_foreground (self, &colour, 0.06f);
  ledger_gantt_get_seen_days (self, &first, &last);
  for (LedgerDay day = first; day <= last; day++)
    if (!ledger_calendar_is_working (self->calendar, day))
      ledger_gantt_fill (snapshot,
                         &colour,
                         ledger_gantt_x_of (self, day),
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

static float
x_of_today (LedgerGantt *self)
{
  return ledger_gantt_x_of (self, self->today) + (float)self->line.per_day / 2;
}

/* Whether the number of a day would run into the word today. */
static gboolean
is_under_today (LedgerGantt *self, float x, const char *label)
{
  const float begin = x_of_today (self);

  return x + 3 + ledger_gantt_measure_text (self, label) > begin
         && x < begin + 3 + ledger_gantt_measure_text (self, _ ("today"));
}

static void
draw_lower_tier (LedgerGantt *self, GtkSnapshot *snapshot, LedgerDay first, LedgerDay last)
{
  LedgerTick tick = ledger_time_line_get_tick (&self->line);
  GdkRGBA rule;

  ledger_gantt_get_foreground (self, &rule, 0.12f);
  for (LedgerDay day = ledger_time_line_next_tick (tick, first); day <= last;
       day = ledger_time_line_next_tick (tick, day + 1))
    {
      g_autofree char *label = dup_day_of_month (day);
      float x = ledger_gantt_x_of (self, day);

      ledger_gantt_fill (snapshot, &rule, x, LEDGER_GANTT_HEAD / 2, 1, LEDGER_GANTT_HEAD / 2);
      if (tick != LEDGER_TICK_MONTH && !is_under_today (self, x, label))
        ledger_gantt_append_text (
            self, snapshot, label, x + 3, LEDGER_GANTT_HEAD / 2, -1, LEDGER_GANTT_HEAD / 2, 0.7f);
    }
}

/* No rule through a name that reaches over the months after its own. */
static gboolean
is_under_name (GArray *names, float x)
{
  for (guint i = 0; i < names->len; i++)
    {
      const LedgerGanttName *name = &g_array_index (names, LedgerGanttName, i);

      if (x > name->x && x < name->x + name->width)
        return TRUE;
    }
  return FALSE;
}

static void
draw_upper_tier (LedgerGantt *self, GtkSnapshot *snapshot, LedgerDay first, LedgerDay last)
{
  g_autoptr (GArray) names = ledger_gantt_list_names (self);
  GdkRGBA rule;
  int year, month, dom;

  for (guint i = 0; i < names->len; i++)
    {
      const LedgerGanttName *name = &g_array_index (names, LedgerGanttName, i);

      ledger_gantt_append_text (self,
                                snapshot,
                                name->text,
                                name->x,
                                0,
                                -1,
                                LEDGER_GANTT_HEAD / 2,
                                name->kind == LEDGER_GANTT_NAME_DAY ? 0.7f : 1);
    }
  ledger_gantt_get_foreground (self, &rule, 0.2f);
  ledger_day_split (first, &year, &month, &dom);
  for (LedgerDay day = ledger_day_new (year, month, 1); day != LEDGER_DAY_NONE && day <= last;
       day = ledger_day_add_months (day, 1))
    {
      const float x = ledger_gantt_x_of (self, day);
      const float top = is_under_name (names, x) ? LEDGER_GANTT_HEAD / 2 : 0;

      if (x >= ledger_gantt_get_left (self))
        ledger_gantt_fill (snapshot, &rule, x, top, 1, LEDGER_GANTT_HEAD - top);
    }
}

void
ledger_gantt_draw_today (LedgerGantt *self, GtkSnapshot *snapshot, float height)
{
  float x = x_of_today (self);
  GdkRGBA colour;

  ledger_gantt_get_foreground (self, &colour, 0.55f);
  for (float y = LEDGER_GANTT_HEAD; y < height; y += 8)
    ledger_gantt_fill (snapshot, &colour, x, y, 1, 4);
  ledger_gantt_append_text (self, snapshot, _ ("today"), x + 3, LEDGER_GANTT_HEAD - 22, -1, 22, 1);
}

void
ledger_gantt_draw_head (LedgerGantt *self, GtkSnapshot *snapshot, float width)
{
  float left = ledger_gantt_get_left (self);
  float middle = LEDGER_GANTT_HEAD / 2;
  LedgerDay first, last;
  GdkRGBA rule;

  ledger_gantt_get_foreground (self, &rule, 0.2f);
  ledger_gantt_append_text (
      self, snapshot, _ ("Problem, measure"), LEDGER_GANTT_INDENT, middle, 160, middle, 0.8f);
  ledger_gantt_append_text (self,
                            snapshot,
                            _ ("Handler"),
                            left - LEDGER_GANTT_PERSON_WIDTH - ledger_gantt_get_due_width (self)
                                - LEDGER_GANTT_PADDING,
                            middle,
                            LEDGER_GANTT_PERSON_WIDTH,
                            middle,
                            0.8f);
  ledger_gantt_append_text (self,
                            snapshot,
                            _ ("Deadline"),
                            left - ledger_gantt_get_due_width (self),
                            middle,
                            ledger_gantt_get_due_width (self),
                            middle,
                            0.8f);
  ledger_gantt_get_seen_days (self, &first, &last);
  draw_upper_tier (self, snapshot, first, last);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, 0, width - left, LEDGER_GANTT_HEAD));
  draw_lower_tier (self, snapshot, first, last);
  gtk_snapshot_pop (snapshot);
  ledger_gantt_fill (snapshot, &rule, 0, LEDGER_GANTT_HEAD - 1, width, 1);
}
