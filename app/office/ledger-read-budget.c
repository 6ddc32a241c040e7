/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-read-budget.h"

#include "ledger-sheet-fault.h"

void
ledger_read_budget_init (LedgerReadBudget *budget,
                         const char *name,
                         LedgerProgress *progress,
                         GCancellable *cancellable)
{
  *budget = (LedgerReadBudget){ .name = name, .progress = progress, .cancellable = cancellable };
}

static gboolean
is_within (gboolean within, LedgerReadBudget *budget, GError **error)
{
  return within || ledger_sheet_fault_set (LEDGER_SHEET_FAULT_TOO_LARGE, budget->name, error);
}

gboolean
ledger_read_budget_take_bytes (LedgerReadBudget *budget, gsize bytes, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (budget->cancellable, error))
    return FALSE;
  budget->bytes += bytes;
  budget->done += bytes;
  if (budget->progress != NULL && budget->total > 0)
    ledger_progress_report (budget->progress, MIN (budget->done, budget->total), budget->total);
  return is_within (budget->bytes <= LEDGER_READ_MAX_TOTAL, budget, error);
}

gboolean
ledger_read_budget_take_cell (LedgerReadBudget *budget, gsize text, GError **error)
{
  budget->cells++;
  budget->text += text;
  return is_within (budget->cells <= LEDGER_READ_MAX_CELLS && budget->text <= LEDGER_READ_MAX_TEXT,
                    budget,
                    error);
}

gboolean
ledger_read_budget_take_merge (LedgerReadBudget *budget, GError **error)
{
  budget->merges++;
  return is_within (budget->merges <= LEDGER_READ_MAX_MERGES, budget, error);
}
