/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-phase.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_PHASE, "name rank start due");
}

/* By rank, then by the day it starts. */
static void
test_order (void)
{
  record_case_sorted (
      record_case_new (LEDGER_TYPE_PHASE, "b", "rank", "a", "start", "2026-01-01", NULL),
      record_case_new (LEDGER_TYPE_PHASE, "a", "rank", "a", "start", "2026-02-01", NULL),
      record_case_new (LEDGER_TYPE_PHASE, "c", "rank", "b", NULL),
      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phase/columns", test_columns);
  g_test_add_func ("/phase/order", test_order);
  return g_test_run ();
}
