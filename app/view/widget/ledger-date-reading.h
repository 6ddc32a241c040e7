/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-calendar.h"
#include "ledger-deadline.h"

G_BEGIN_DECLS

/* How typed words for a day are read (UI §2): all of ledger_deadline_parse(), and the short forms
 * of a person at a keyboard: 0305, 今天, 明天, 后天, 周五, 本周五, 下周五, 下月底, +5 (working days
 * after TODAY). A FACT of the past (the day of a feedback, of a document) is taken as it was: a day
 * without a year is the last one up to today, and no other day is offered for a day of rest. */
typedef struct
{
  LedgerDeadline *deadline; /* NULL: nothing could be read */
  LedgerDay suggestion;     /* a working day before a rest day, or LEDGER_DAY_NONE */
  char *text;               /* "3月7日 星期六"; for words without a day the words */
  char *doubt;              /* what is doubtful, or NULL */
} LedgerDateReading;

LedgerDateReading *ledger_date_reading_new (const char *text,
                                            LedgerDay today,
                                            LedgerCalendar *calendar,
                                            gboolean fact);
void ledger_date_reading_free (LedgerDateReading *reading);
/* "3月7日休息，改为3月6日？" for the suggestion's button. */
char *ledger_date_reading_describe_suggestion (const LedgerDateReading *reading, LedgerDay today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerDateReading, ledger_date_reading_free)

G_END_DECLS
