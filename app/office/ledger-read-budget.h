/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-progress.h"

G_BEGIN_DECLS

/* How much of a foreign sheet is read at most. A file of 110 kB can unfold to 1.8 GB of text, so
 * every reader takes what it keeps from here; going beyond it is LEDGER_SHEET_FAULT_TOO_LARGE. */
enum
{
  LEDGER_READ_MAX_PART = 300 * 1000 * 1000,   /* bytes of one part of an archive, unpacked */
  LEDGER_READ_MAX_TOTAL = 1000 * 1000 * 1000, /* bytes of all parts */
  LEDGER_READ_MAX_FILE = 100 * 1000 * 1000,   /* bytes of a text file */
  LEDGER_READ_MAX_TEXT = 64 * 1000 * 1000,    /* bytes of text in all cells */
  LEDGER_READ_MAX_CELLS = 400 * 1000,    /* filled cells: 10,000 rows of 14 nearly three times */
  LEDGER_READ_MAX_MERGES = 50 * 1000,    /* merged ranges */
  LEDGER_READ_MAX_STRINGS = 1000 * 1000, /* different texts of one workbook */
  LEDGER_READ_MAX_SHEETS = 1000,
};

/* Of one reading; on the stack of who reads. */
typedef struct
{
  const char *name; /* of the file, for sentences; borrowed */
  LedgerProgress *progress;
  GCancellable *cancellable;
  guint64 done;  /* bytes, for the progress */
  guint64 total; /* bytes; 0 while unknown */
  guint64 bytes;
  guint64 text;
  guint cells;
  guint merges;
} LedgerReadBudget;

void ledger_read_budget_init (LedgerReadBudget *budget,
                              const char *name,
                              LedgerProgress *progress,
                              GCancellable *cancellable);

/* Each returns FALSE with the error set where the budget is used up or the job was cancelled. */
gboolean ledger_read_budget_take_bytes (LedgerReadBudget *budget, gsize bytes, GError **error);
gboolean ledger_read_budget_take_cell (LedgerReadBudget *budget, gsize text, GError **error);
gboolean ledger_read_budget_take_merge (LedgerReadBudget *budget, GError **error);

G_END_DECLS
