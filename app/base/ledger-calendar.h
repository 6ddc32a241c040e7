/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date.h"

G_BEGIN_DECLS

/* The Chinese working calendar: yearly holiday notices with make-up working days (调休) over the
 * rule that Saturday and Sunday are free. A date is looked up in the notice of its own year and in
 * that of the next year; a listed date decides, otherwise the weekday does. Immutable after
 * loading, may be shared by threads. Data: resources/holidays (SOURCE.md). */
typedef struct _LedgerCalendar LedgerCalendar;

typedef enum
{
  LEDGER_DAY_KIND_WORKING,
  LEDGER_DAY_KIND_REST,    /* an ordinary Saturday or Sunday */
  LEDGER_DAY_KIND_HOLIDAY, /* named by a notice */
  LEDGER_DAY_KIND_MAKE_UP, /* 调休上班: a weekend day that is worked */
} LedgerDayKind;

/* Loads every YYYY.json in FOLDER. A file that cannot be read is an error naming it; an empty or
 * absent folder gives a calendar of plain weekends. */
LedgerCalendar *ledger_calendar_load (const char *folder, GError **error);
LedgerCalendar *ledger_calendar_new_weekends (void);
/* The installed data (datadir/zhenggai/holidays, or $ZHENGGAI_DATADIR/holidays in tests) and over
 * it the notices that were kept. Never NULL. */
LedgerCalendar *ledger_calendar_load_default (void);
/* Keeps the notice at PATH (JSON in the form of the installed ones, under any name) for this login,
 * in place of what there was for its year; shown by the next ledger_calendar_load_default(). The
 * year of the notice, 0 with an error where the file is none. */
int ledger_calendar_keep_notice (const char *path, GError **error);
LedgerCalendar *ledger_calendar_ref (LedgerCalendar *calendar);
void ledger_calendar_unref (LedgerCalendar *calendar);

LedgerDayKind ledger_calendar_kind (LedgerCalendar *calendar, LedgerDay day);
/* The holiday's name ("国庆节") of a listed day, or NULL. */
const char *ledger_calendar_name (LedgerCalendar *calendar, LedgerDay day);
gboolean ledger_calendar_is_working (LedgerCalendar *calendar, LedgerDay day);
/* Whether the notice for YEAR is there and not empty: else people are told that weekends are
 * assumed. */
gboolean ledger_calendar_knows_year (LedgerCalendar *calendar, int year);

/* Working days after FROM up to and including UNTIL; negative where UNTIL is before FROM. */
int
ledger_calendar_working_days_between (LedgerCalendar *calendar, LedgerDay from, LedgerDay until);
/* The N-th working day after FROM (before, for N < 0); N = 0 gives FROM. */
LedgerDay ledger_calendar_add_working_days (LedgerCalendar *calendar, LedgerDay from, int n);
/* FROM itself if it is worked, else the last working day before it. */
LedgerDay ledger_calendar_working_day_at_or_before (LedgerCalendar *calendar, LedgerDay from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerCalendar, ledger_calendar_unref)

G_END_DECLS
