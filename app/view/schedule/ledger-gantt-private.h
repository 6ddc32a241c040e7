/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-gantt.h"

G_BEGIN_DECLS

#define LEDGER_GANTT_HEAD 52.0f /* two tiers of the axis */

struct _LedgerGantt
{
  LedgerScrollArea parent_instance;

  LedgerCalendar *calendar;
  LedgerDay today;
  LedgerScheduleRows *rows;
  GHashTable *folded; /* borrowed */
  LedgerTimeLine line;
  gboolean fits;
  guint selected;
  GHashTable *layouts; /* text to PangoLayout, for what is on the screen */
  float row_height;
};

/* Width of the columns at the left (问题、措施 · 承办人 · 时限). */
float ledger_gantt_get_left (LedgerGantt *self);
void ledger_gantt_draw (LedgerGantt *self, GtkSnapshot *snapshot);

/* --- ink: what all drawing shares (ledger-gantt-ink.c) --- */

/* The columns at the left, within a row. */
#define LEDGER_GANTT_PERSON_WIDTH 64.0f
#define LEDGER_GANTT_PADDING 6.0f
#define LEDGER_GANTT_INDENT 18.0f

void ledger_gantt_get_foreground (LedgerGantt *self, GdkRGBA *colour, float alpha);
/* One line of TEXT in a place of WIDTH, in the middle of HEIGHT; ellipsized. WIDTH negative: as
 * long as it is. */
void ledger_gantt_append_text (LedgerGantt *self,
                               GtkSnapshot *snapshot,
                               const char *text,
                               float x,
                               float y,
                               float width,
                               float height,
                               float alpha);
/* Of the column 时限: the longest day has room, whatever the size of type. */
float ledger_gantt_get_due_width (LedgerGantt *self);
float ledger_gantt_measure_text (LedgerGantt *self, const char *text);
void ledger_gantt_fill (
    GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width, float height);
void ledger_gantt_frame (
    GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width, float height);
float ledger_gantt_x_of (LedgerGantt *self, LedgerDay day);
void ledger_gantt_get_seen_days (LedgerGantt *self, LedgerDay *first, LedgerDay *last);

/* --- axis: heads, rest days, today (ledger-gantt-axis.c) --- */

void ledger_gantt_draw_rest_days (LedgerGantt *self, GtkSnapshot *snapshot, float height);
void ledger_gantt_draw_today (LedgerGantt *self, GtkSnapshot *snapshot, float height);
void ledger_gantt_draw_head (LedgerGantt *self, GtkSnapshot *snapshot, float width);

/* --- the names of the upper tier (ledger-gantt-names.c) --- */

typedef enum
{
  LEDGER_GANTT_NAME_YEAR, /* of the first day in sight: left of the chart, at every scale */
  LEDGER_GANTT_NAME_MONTH,
  LEDGER_GANTT_NAME_DAY, /* a holiday, or a day that is worked instead */
} LedgerGanttNameKind;

typedef struct
{
  char *text;
  float x;
  float width;
  LedgerGanttNameKind kind;
} LedgerGanttName;

/* LedgerGanttName, those of days first; none runs into another. */
GArray *ledger_gantt_list_names (LedgerGantt *self);

G_END_DECLS
