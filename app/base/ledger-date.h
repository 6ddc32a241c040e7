/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A civil day of the Gregorian calendar as the number of days since 1970-01-01 (which is 0). No
 * time zones, no times of day. Valid days are 1900-01-01 … 9999-12-31. */
typedef gint32 LedgerDay;

#define LEDGER_DAY_NONE G_MININT32

/* LEDGER_DAY_NONE where there is no such day. */
LedgerDay ledger_day_new (int year, int month, int day);
/* Any of the three may be NULL; LEDGER_DAY_NONE gives zeros. */
void ledger_day_split (LedgerDay day, int *year, int *month, int *dom);
int ledger_day_weekday (LedgerDay day); /* 1 Monday … 7 Sunday */

/* The clock on the office's wall. China has one time zone, so that no setting of a PC changes what
 * a ledger says. */
#define LEDGER_OFFICE_ZONE (8 * 60) /* minutes east of UTC */

/* The office's day; $ZHENGGAI_TODAY (ISO) in its place, so that tests and pictures do not age. */
LedgerDay ledger_day_today (void);
/* The office's day of a time (milliseconds since 1970), and "09:31" there. */
LedgerDay ledger_day_of_time (gint64 milliseconds);
char *ledger_day_dup_clock (gint64 milliseconds);
/* The other way: the time SECOND seconds after the office's midnight. */
gint64 ledger_day_to_time (LedgerDay day, guint second);

/* The 31st becomes the month's last day; LEDGER_DAY_NONE outside the valid days. */
LedgerDay ledger_day_add_months (LedgerDay day, int months);
LedgerDay ledger_day_end_of_month (int year, int month);

/* "2026-03-05"; LEDGER_DAY_NONE gives NULL. */
char *ledger_day_to_iso (LedgerDay day);
LedgerDay ledger_day_from_iso (const char *text);
/* "2026年3月5日"; "3月5日" where the year is that of TODAY. TODAY may be LEDGER_DAY_NONE. */
char *ledger_day_to_words (LedgerDay day, LedgerDay today);

G_END_DECLS
