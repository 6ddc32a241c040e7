/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_HEADING, "parent number rank text");
}

/* By rank; by number where there is none. */
static void
test_order (void)
{
  record_case_sorted (
      record_case_new (LEDGER_TYPE_HEADING, "b", "number", "1.9", NULL),
      record_case_new (LEDGER_TYPE_HEADING, "a", "number", "1.10", NULL),
      record_case_new (LEDGER_TYPE_HEADING, "d", "number", "1.2", "rank", "b", NULL),
      record_case_new (LEDGER_TYPE_HEADING, "c", "number", "1.1", "rank", "c", NULL),
      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heading/columns", test_columns);
  g_test_add_func ("/heading/order", test_order);
  return g_test_run ();
}
