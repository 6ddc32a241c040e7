/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"

G_BEGIN_DECLS

/* The problems of the sample ledger as an office's list (resources/sample/problems.tsv, installed
 * with the program), with the dates laid around TODAY. */
typedef enum
{
  LEDGER_SAMPLE_UNCLAIMED,
  LEDGER_SAMPLE_CLAIMED,
  LEDGER_SAMPLE_NO_HANDLER,
  LEDGER_SAMPLE_PROGRESS,
  LEDGER_SAMPLE_REVIEW,
  LEDGER_SAMPLE_RETURNED,
  LEDGER_SAMPLE_APPROVAL,
  LEDGER_SAMPLE_DONE,
  LEDGER_SAMPLE_CLOSED,
  LEDGER_SAMPLE_CHANGED,
  LEDGER_SAMPLE_CONTINUED,
} LedgerSampleState;

typedef struct
{
  GPtrArray *rows;           /* LedgerImportIssue* */
  LedgerSampleState *states; /* one per row */
  LedgerDay *due;            /* likewise; LEDGER_DAY_NONE: without a day */
} LedgerSampleList;

/* LEDGER_ERROR_NOT_FOUND where the installed file is not there, DAMAGED where a line is none. */
LedgerSampleList *ledger_sample_list_read (LedgerDay today, GError **error);
void ledger_sample_list_free (LedgerSampleList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSampleList, ledger_sample_list_free)

G_END_DECLS
