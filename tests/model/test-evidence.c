/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_EVIDENCE,
                     "issue number digest size file_name media_type pages verdict kind title "
                     "document_number document_date added_on added_by rank");
}

/* By number, what is not filed yet last. */
static void
test_order (void)
{
  record_case_sorted (record_case_new (LEDGER_TYPE_EVIDENCE, "b", "number", "1.2.3-09", NULL),
                      record_case_new (LEDGER_TYPE_EVIDENCE, "a", "number", "1.2.3-10", NULL),
                      record_case_new (LEDGER_TYPE_EVIDENCE, "d", "number", "1.10.1-01", NULL),
                      record_case_new (LEDGER_TYPE_EVIDENCE, "c", "rank", "a", NULL),
                      record_case_new (LEDGER_TYPE_EVIDENCE, "e", "rank", "b", NULL),
                      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/columns", test_columns);
  g_test_add_func ("/evidence/order", test_order);
  return g_test_run ();
}
