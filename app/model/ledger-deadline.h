/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date.h"

G_BEGIN_DECLS

/* A deadline as offices write it: date, precision and the original words are decided together and
 * are ONE field (LOG 14). Canonical text in the log: `PRECISION ISO-DATE-OR-DASH WORDS`, e.g. "day
 * 2026-03-05 2026.3.5", "month 2026-03-31 3月底", "immediate - 立行立改", "long_term - 长期坚持".
 */
typedef enum
{
  LEDGER_PRECISION_NONE, /* words only, no date could be read */
  LEDGER_PRECISION_DAY,
  LEDGER_PRECISION_MONTH, /* the month's last day, or the end of a third of it (上旬, 中旬, 月底) */
  LEDGER_PRECISION_YEAR,      /* 年底 */
  LEDGER_PRECISION_IMMEDIATE, /* 立行立改, with or without a date */
  LEDGER_PRECISION_LONG_TERM, /* 长期坚持, 持续推进, with or without a date of the next node */
} LedgerPrecision;

typedef struct
{
  LedgerPrecision precision;
  LedgerDay day; /* LEDGER_DAY_NONE where there is none */
  char *words;   /* as written, never NULL */
} LedgerDeadline;

LedgerDeadline *ledger_deadline_new (LedgerPrecision precision, LedgerDay day, const char *words);
void ledger_deadline_free (LedgerDeadline *deadline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerDeadline, ledger_deadline_free)

/* Reads what an office wrote: 2026年3月5日, 2026.3.5, 2026/3/5, 2026-03-05, 20260305, 3月5日, 3.5,
 * 3月底, 3月上旬, 2026年3月, 2026年底, 6月底前, 立行立改, 立即整改, 长期坚持, 持续推进,
 * 2026年3月底前并长期坚持 …. A date without a year takes the year that puts it nearest after ANCHOR
 * (feedback date or today). *DOUBT (out, may be NULL): a sentence for 需核对, or NULL where nothing
 * is doubtful. Never NULL: unreadable words give PRECISION_NONE. */
LedgerDeadline *ledger_deadline_parse (const char *text, LedgerDay anchor, char **doubt);
char *ledger_deadline_to_canonical (const LedgerDeadline *deadline);
LedgerDeadline *
ledger_deadline_from_canonical (const char *text); /* NULL where it is not canonical */
LedgerDay ledger_deadline_day_of_canonical (const char *text);
/* For people: the date in words with the original where it says more: "3月31日（3月底）",
 * "立行立改", "待定". */
char *ledger_deadline_to_words (const LedgerDeadline *deadline, LedgerDay today);
/* As it stands where it is edited: as it was written, but a bare 2026-12-20, which is what a date
 * cell of a sheet leaves, or a day without words as "2026年12月20日". */
char *ledger_deadline_to_entry (const LedgerDeadline *deadline);

G_END_DECLS
