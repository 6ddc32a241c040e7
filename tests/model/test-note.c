/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-note.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_NOTE, "issue measure text noted_on round noted_by rank");
}

/* By day, on one day as they were entered. */
static void
test_order (void)
{
  record_case_sorted (
      record_case_new (LEDGER_TYPE_NOTE, "c", "noted_on", "2026-03-01", "rank", "b", NULL),
      record_case_new (LEDGER_TYPE_NOTE, "b", "noted_on", "2026-03-02", "rank", "a", NULL),
      record_case_new (LEDGER_TYPE_NOTE, "a", "noted_on", "2026-03-02", "rank", "b", NULL),
      NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note/columns", test_columns);
  g_test_add_func ("/note/order", test_order);
  return g_test_run ();
}
