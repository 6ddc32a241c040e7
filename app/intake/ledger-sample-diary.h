/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-calendar.h"
#include "ledger-sample-list.h"

G_BEGIN_DECLS

/* What the sample's bureau did since the list came in, day by day, as a pure function of the list:
 * on working days, in the order in which such things follow each other. */
typedef enum
{
  LEDGER_SAMPLE_FINISHED, /* measure PLACE is done, its proof added */
  LEDGER_SAMPLE_PROLONGED,
  LEDGER_SAMPLE_SIGNED, /* step PLACE agreed */
  LEDGER_SAMPLE_SENT_BACK,
  LEDGER_SAMPLE_SETTLED, /* closed by the superior */
  LEDGER_SAMPLE_PUT_OFF, /* its deadline, after it was signed */
} LedgerSampleDeed;

typedef struct
{
  LedgerDay day;
  LedgerSampleDeed deed;
  guint row;   /* of the list */
  guint place; /* of a measure, from 0; or a LedgerStep */
} LedgerSampleEvent;

/* Days from the feedback, on which the round was set up, to today. */
#define LEDGER_SAMPLE_FEEDBACK_AGO 52

/* LedgerSampleEvent, in their order; all before TODAY. */
GArray *ledger_sample_diary_new (LedgerSampleList *list, LedgerCalendar *calendar, LedgerDay today);
/* How many measures of ROW are done, the first ones. */
guint ledger_sample_diary_count_done (LedgerSampleList *list, guint row);
/* When the measure at PLACE (from 0) of a problem was begun, and when it is finished or will be;
 * the latter a working day, and one before the signature where the problem has been signed. */
LedgerDay ledger_sample_diary_start_of (LedgerDay today, guint place);
LedgerDay ledger_sample_diary_finish_of (
    LedgerSampleList *list, LedgerCalendar *calendar, LedgerDay today, guint row, guint place);

G_END_DECLS
