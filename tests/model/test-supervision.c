/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-supervision.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_SUPERVISION, "person department");
}

/* By id. */
static void
test_order (void)
{
  record_case_sorted (record_case_new (LEDGER_TYPE_SUPERVISION, "a", NULL),
                      record_case_new (LEDGER_TYPE_SUPERVISION, "b", NULL),
                      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supervision/columns", test_columns);
  g_test_add_func ("/supervision/order", test_order);
  return g_test_run ();
}
