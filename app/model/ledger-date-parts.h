/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date-phrase.h"

G_BEGIN_DECLS

/* What was read of one date; 0: not written. Days above 99 stand for parts of the month. */
enum
{
  LEDGER_DATE_DAY_END = 100,    /* no day, 底, 末, 下旬, 份 */
  LEDGER_DATE_DAY_EARLY = 101,  /* 初, 上旬: the 10th */
  LEDGER_DATE_DAY_MIDDLE = 102, /* 中旬: the 20th */
  LEDGER_DATE_DAY_HALF = 103,   /* 中: the 15th */
};

typedef struct
{
  int year;
  int month;
  int day;
  gboolean whole_year; /* 年底, 2026年 */
  LedgerDateDoubt doubt;
  LedgerDay fixed; /* already a day, relative to the anchor; else LEDGER_DAY_NONE */
} LedgerDateParts;

/* Nothing read yet. */
LedgerDateParts ledger_date_parts_none (void);

/* The day meant. Where no year was written it is that of BEFORE, the date that stands before in a
 * range or list (or NULL), else the one that lies next after ANCHOR; PARTS learns it. */
LedgerDatePhrase
ledger_date_parts_resolve (LedgerDateParts *parts, LedgerDay anchor, const LedgerDateParts *before);

/* 0 without an anchor. */
int ledger_date_parts_year_of (LedgerDay anchor);

G_END_DECLS
