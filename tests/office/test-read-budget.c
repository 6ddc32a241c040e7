/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-read-budget.h"

#include "ledger-error.h"

static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "清单.xlsx", NULL, NULL);
  for (guint i = 0; i < LEDGER_READ_MAX_CELLS; i++)
    g_assert_true (ledger_read_budget_take_cell (&budget, 10, NULL));
  g_assert_false (ledger_read_budget_take_cell (&budget, 10, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED);
  g_assert_nonnull (g_strrstr (error->message, "清单.xlsx"));

  ledger_read_budget_init (&budget, "清单.xlsx", NULL, NULL);
  g_assert_true (ledger_read_budget_take_cell (&budget, LEDGER_READ_MAX_TEXT, NULL));
  g_assert_false (ledger_read_budget_take_cell (&budget, 1, NULL));
  for (guint i = 0; i < LEDGER_READ_MAX_MERGES; i++)
    g_assert_true (ledger_read_budget_take_merge (&budget, NULL));
  g_assert_false (ledger_read_budget_take_merge (&budget, NULL));
  g_assert_true (ledger_read_budget_take_bytes (&budget, LEDGER_READ_MAX_TOTAL, NULL));
  g_assert_false (ledger_read_budget_take_bytes (&budget, 1, NULL));
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "清单.xlsx", NULL, cancellable);
  g_assert_true (ledger_read_budget_take_bytes (&budget, 1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (ledger_read_budget_take_bytes (&budget, 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-budget/limits", test_limits);
  g_test_add_func ("/read-budget/cancel", test_cancel);
  return g_test_run ();
}
