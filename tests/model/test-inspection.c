/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-inspection.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_INSPECTION,
                     "unit name tier inspection_group inspection_office feedback_date receipt_date "
                     "plan_due report_due level_names near_days light_scheme counting_basis "
                     "signoff_steps same_person_allowed sample");
}

/* There is one. */
static void
test_order (void)
{
  record_case_sorted (record_case_new (LEDGER_TYPE_INSPECTION, "a", NULL),
                      record_case_new (LEDGER_TYPE_INSPECTION, "b", NULL),
                      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspection/columns", test_columns);
  g_test_add_func ("/inspection/order", test_order);
  return g_test_run ();
}
