/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-department.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_DEPARTMENT,
                     "name rank default_lead_leader default_handler default_reviewer");
}

/* The office’s order first, then by pinyin. */
static void
test_order (void)
{
  record_case_sorted (
      record_case_new (LEDGER_TYPE_DEPARTMENT, "c", "name", "机关党委", "rank", "a", NULL),
      record_case_new (LEDGER_TYPE_DEPARTMENT, "b", "name", "办公室", NULL),
      record_case_new (LEDGER_TYPE_DEPARTMENT, "a", "name", "人事科", NULL),
      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/department/columns", test_columns);
  g_test_add_func ("/department/order", test_order);
  return g_test_run ();
}
