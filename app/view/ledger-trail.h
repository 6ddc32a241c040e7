/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Where the window came from (Alt+←): at most 50 stations, newest last. */
#define LEDGER_TYPE_TRAIL (ledger_trail_get_type ())
G_DECLARE_FINAL_TYPE (LedgerTrail, ledger_trail, LEDGER, TRAIL, GObject)

typedef struct
{
  char *page;         /* page id */
  GVariant *filter;   /* ledger_filter_save */
  GStrv selection;    /* issue ids */
  GVariant *position; /* ledger_page_save_position, may be NULL */
} LedgerStation;

void ledger_station_free (LedgerStation *station);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerStation, ledger_station_free)

/* Notifies "empty". */
LedgerTrail *ledger_trail_new (void);
/* Takes the parts over; FILTER and POSITION may be floating. */
void ledger_trail_push (
    LedgerTrail *self, const char *page, GVariant *filter, GStrv selection, GVariant *position);
/* The newest station (transfer full), or NULL. */
LedgerStation *ledger_trail_pop (LedgerTrail *self);
gboolean ledger_trail_is_empty (LedgerTrail *self);

G_END_DECLS
