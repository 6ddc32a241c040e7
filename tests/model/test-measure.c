/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_MEASURE,
                     "issue rank text target owner phase start due done finished_on sheet_progress "
                     "remark");
}

/* By rank; equal ranks by id. */
static void
test_order (void)
{
  record_case_sorted (record_case_new (LEDGER_TYPE_MEASURE, "b", "rank", "a", NULL),
                      record_case_new (LEDGER_TYPE_MEASURE, "c", "rank", "a", NULL),
                      record_case_new (LEDGER_TYPE_MEASURE, "a", "rank", "b", NULL),
                      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/columns", test_columns);
  g_test_add_func ("/measure/order", test_order);
  return g_test_run ();
}
