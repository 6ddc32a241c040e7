/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-gantt-private.h"

/* Above a day of this width there is room for a mark. */
#define MARK_ROOM 16
#define GAP 6

static void
add (LedgerGantt *self, GArray *names, LedgerGanttNameKind kind, const char *text, float x)
{
  LedgerGanttName name = {
    .text = g_strdup (text),
    .x = x,
    .width = ledger_gantt_measure_text (self, text),
    .kind = kind,
  };

  g_array_append_val (names, name);
}

static void
clear (gpointer data)
{
  LedgerGanttName *name = data;

  g_free (name->text);
}

/* --- days --- */

/* 清明, 国庆节 where the holiday begins or comes into sight, 班 on a day that is worked instead. */
static const char *
get_mark (LedgerGantt *self, LedgerDay day, LedgerDay first)
{
  const LedgerDayKind kind = ledger_calendar_kind (self->calendar, day);
  const char *name = ledger_calendar_name (self->calendar, day);

  if (kind == LEDGER_DAY_KIND_MAKE_UP)
    return _ ("work");
  if (kind != LEDGER_DAY_KIND_HOLIDAY
      || (day > first && ledger_calendar_kind (self->calendar, day - 1) == LEDGER_DAY_KIND_HOLIDAY
          && g_strcmp0 (ledger_calendar_name (self->calendar, day - 1), name) == 0))
    return NULL;
  return name;
}

/* The end of a holiday that is nearly out of sight gives way to what comes next. */
static void
drop_under (GArray *names, float x)
{
  const LedgerGanttName *last =
      names->len > 0 ? &g_array_index (names, LedgerGanttName, names->len - 1) : NULL;

  if (last != NULL && last->x + last->width > x)
    g_array_remove_index (names, names->len - 1);
}

static void
add_days (LedgerGantt *self, GArray *names, LedgerDay first, LedgerDay last)
{
  for (LedgerDay day = first; self->line.per_day >= MARK_ROOM && day <= last; day++)
    {
      const char *mark = get_mark (self, day, first);
      const float x = MAX (ledger_gantt_x_of (self, day), ledger_gantt_get_left (self)) + 2;

      if (mark == NULL)
        continue;
      drop_under (names, x);
      add (self, names, LEDGER_GANTT_NAME_DAY, mark, x);
    }
}

/* --- months and years --- */

/* Where from X on a name of WIDTH stands clear of all others, which are in order but for the months
 * behind the days. */
static float
step_aside (GArray *names, float x, float width)
{
  for (guint i = 0; i < names->len; i++)
    {
      const LedgerGanttName *name = &g_array_index (names, LedgerGanttName, i);

      if (name->x < x + width + GAP && x < name->x + name->width + GAP)
        x = name->x + name->width + GAP;
    }
  return x;
}

/* A month bears its name where that has room before the next. A year that begins is told in any
 * case, at the cost of the months after it. */
static void
add_month (LedgerGantt *self, GArray *names, LedgerDay month)
{
  const float left = ledger_gantt_get_left (self);
  const float x = MAX (ledger_gantt_x_of (self, month), left) + 4;
  const float end = ledger_gantt_x_of (self, ledger_day_add_months (month, 1)) - 4;
  int year, number, dom;
  g_autofree char *text = NULL;

  ledger_day_split (month, &year, &number, &dom);
  const gboolean begins = number == 1 && ledger_gantt_x_of (self, month) >= left;
  text = begins ? g_strdup_printf ("%d年%d月", year, number) : g_strdup_printf ("%d月", number);
  const float width = ledger_gantt_measure_text (self, text);
  const float at = step_aside (names, x, width);
  if (at + width < end)
    {
      add (self, names, LEDGER_GANTT_NAME_MONTH, text, at);
      return;
    }
  if (!begins)
    return;
  g_autofree char *alone = g_strdup_printf ("%d年", year);
  add (self,
       names,
       LEDGER_GANTT_NAME_MONTH,
       alone,
       step_aside (names, x, ledger_gantt_measure_text (self, alone)));
}

static void
add_year (LedgerGantt *self, GArray *names, int year)
{
  g_autofree char *text = g_strdup_printf ("%d年", year);

  add (self,
       names,
       LEDGER_GANTT_NAME_YEAR,
       text,
       ledger_gantt_get_left (self) - LEDGER_GANTT_PADDING
           - ledger_gantt_measure_text (self, text));
}

GArray *
ledger_gantt_list_names (LedgerGantt *self)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (LedgerGanttName));
  LedgerDay first, last;
  int year, month, dom;

  g_array_set_clear_func (names, clear);
  ledger_gantt_get_seen_days (self, &first, &last);
  ledger_day_split (first, &year, &month, &dom);
  add_days (self, names, first, last);
  add_year (self, names, year);
  for (LedgerDay day = ledger_day_new (year, month, 1); day != LEDGER_DAY_NONE && day <= last;
       day = ledger_day_add_months (day, 1))
    add_month (self, names, day);
  return names;
}
