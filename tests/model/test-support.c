/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-support.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_SUPPORT, "issue department");
}

/* By id. */
static void
test_order (void)
{
  record_case_sorted (record_case_new (LEDGER_TYPE_SUPPORT, "a", NULL),
                      record_case_new (LEDGER_TYPE_SUPPORT, "b", NULL),
                      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/support/columns", test_columns);
  g_test_add_func ("/support/order", test_order);
  return g_test_run ();
}
