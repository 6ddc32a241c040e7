/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-deadline.h"

G_BEGIN_DECLS

/* The dates that stand in an office's words, one after another: 2026年3月5日, 三月底, 2026.3-5月,
 * 年底前, 3个月内, 下周五 … Other words between them are passed over. */
typedef enum
{
  LEDGER_DATE_DOUBT_NONE,
  LEDGER_DATE_DOUBT_NO_SUCH_DAY,  /* 2月30日: the month's last day is taken */
  LEDGER_DATE_DOUBT_AMBIGUOUS,    /* 3-5 */
  LEDGER_DATE_DOUBT_RELATIVE,     /* 3个月内, 月底: counted from the anchor */
  LEDGER_DATE_DOUBT_WORKING_DAYS, /* 15个工作日内: no date without a calendar; day is NONE */
  LEDGER_DATE_DOUBT_SERIAL,       /* 46086: a sheet's day number */
  LEDGER_DATE_DOUBT_FAR_YEAR,     /* no year written, and the nearest is over half a year off */
  LEDGER_DATE_DOUBT_NO_ANCHOR,    /* no year written and none to be guessed; day is NONE */
} LedgerDateDoubt;

typedef struct
{
  LedgerDay day;
  LedgerPrecision precision; /* DAY, MONTH or YEAR */
  LedgerDateDoubt doubt;
} LedgerDatePhrase;

/* Elements LedgerDatePhrase; a range gives its end only. Never NULL. */
GArray *ledger_date_phrase_find_all (const char *text, LedgerDay anchor);

G_END_DECLS
