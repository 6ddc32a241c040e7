/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_ISSUE,
                     "heading number rank text original sheet_number source deadline_class due "
                     "target root_cause generalise_check result visibility sheet_progress remark "
                     "started continued closed closed_document reopened closed_by");
}

/* Numbers by their parts, the unnumbered last. */
static void
test_order (void)
{
  record_case_sorted (record_case_new (LEDGER_TYPE_ISSUE, "b", "number", "1.2.9", NULL),
                      record_case_new (LEDGER_TYPE_ISSUE, "a", "number", "1.2.10", NULL),
                      record_case_new (LEDGER_TYPE_ISSUE, "c", "number", "1.10.1", NULL),
                      record_case_new (LEDGER_TYPE_ISSUE, "d", "number", "2.1", NULL),
                      record_case_new (LEDGER_TYPE_ISSUE, "e", "text", "无号", NULL),
                      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue/columns", test_columns);
  g_test_add_func ("/issue/order", test_order);
  return g_test_run ();
}
