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

G_END_DECLS
