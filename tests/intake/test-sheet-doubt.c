/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-doubt.h"

static void
test_new (void)
{
  g_autoptr (LedgerDoubt) doubt = ledger_doubt_new (LEDGER_DOUBT_NUMBER, 8, 27, g_strdup ("twice"));

  g_assert_cmpint (doubt->kind, ==, LEDGER_DOUBT_NUMBER);
  g_assert_cmpstr (doubt->cell, ==, "AB9");
  g_assert_cmpstr (doubt->text, ==, "twice");
  g_assert_null (doubt->proposal);
}

/* A copy outlives what it was made from. */
static void
test_copy (void)
{
  LedgerDoubt *doubt = ledger_doubt_new (LEDGER_DOUBT_SPLIT, 0, 3, g_strdup ("two in one"));
  g_autoptr (LedgerDoubt) copy = NULL;

  doubt->proposal = g_strdup ("first\nsecond");
  copy = ledger_doubt_copy (doubt);
  ledger_doubt_free (doubt);
  g_assert_cmpint (copy->kind, ==, LEDGER_DOUBT_SPLIT);
  g_assert_cmpuint (copy->row, ==, 0);
  g_assert_cmpuint (copy->column, ==, 3);
  g_assert_cmpstr (copy->cell, ==, "D1");
  g_assert_cmpstr (copy->text, ==, "two in one");
  g_assert_cmpstr (copy->proposal, ==, "first\nsecond");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-doubt/new", test_new);
  g_test_add_func ("/sheet-doubt/copy", test_copy);
  return g_test_run ();
}
