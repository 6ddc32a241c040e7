/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-milestone.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_MILESTONE, "name day");
}

/* By day. */
static void
test_order (void)
{
  record_case_sorted (
      record_case_new (LEDGER_TYPE_MILESTONE, "b", "day", "2026-03-01", "name", "民主生活会", NULL),
      record_case_new (LEDGER_TYPE_MILESTONE, "a", "day", "2026-04-20", "name", "报送", NULL),
      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/milestone/columns", test_columns);
  g_test_add_func ("/milestone/order", test_order);
  return g_test_run ();
}
