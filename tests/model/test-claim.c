/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_CLAIM,
                     "issue department lead_leader handler reviewer responsible_leader claimed_on "
                     "claimed_by");
}

/* By id: one per issue. */
static void
test_order (void)
{
  record_case_sorted (record_case_new (LEDGER_TYPE_CLAIM, "a", NULL),
                      record_case_new (LEDGER_TYPE_CLAIM, "b", "claimed_on", "2026-03-01", NULL),
                      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim/columns", test_columns);
  g_test_add_func ("/claim/order", test_order);
  return g_test_run ();
}
