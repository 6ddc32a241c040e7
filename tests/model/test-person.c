/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-person.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_PERSON, "name post department rank");
}

/* The office’s order first, then by pinyin. */
static void
test_order (void)
{
  record_case_sorted (
      record_case_new (LEDGER_TYPE_PERSON, "d", "name", "赵立", "rank", "a", NULL),
      record_case_new (LEDGER_TYPE_PERSON, "c", "name", "王建国", "rank", "b", NULL),
      record_case_new (LEDGER_TYPE_PERSON, "b", "name", "李敏", NULL),
      record_case_new (LEDGER_TYPE_PERSON, "a", "name", "张伟", NULL),
      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/columns", test_columns);
  g_test_add_func ("/person/order", test_order);
  return g_test_run ();
}
