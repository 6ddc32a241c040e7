/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-fault.h"

#include <errno.h>

static void
test_sentences (void)
{
  for (guint fault = LEDGER_SHEET_FAULT_OLD; fault <= LEDGER_SHEET_FAULT_MISSING; fault++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *first = NULL;

      g_assert_false (ledger_sheet_fault_set (fault, "清单.xlsx", &error));
      g_assert_true (error->domain == LEDGER_ERROR);
      g_assert_nonnull (g_strstr_len (error->message, -1, "清单.xlsx"));
      first = g_strdup (error->message);
      g_assert_false (ledger_sheet_fault_set (LEDGER_SHEET_FAULT_OLD, "另一个", &error));
      g_assert_cmpstr (error->message, ==, first);
      g_assert_false (ledger_sheet_fault_set (fault, "清单.xlsx", NULL));
    }
}

static void
test_system (void)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) denied = NULL;

  ledger_sheet_fault_set_errno (ENOENT, "清单.xlsx", &missing);
  g_assert_error (missing, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  ledger_sheet_fault_set_errno (EACCES, "清单.xlsx", &denied);
  g_assert_error (denied, LEDGER_ERROR, LEDGER_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-fault/sentences", test_sentences);
  g_test_add_func ("/sheet-fault/system", test_system);
  return g_test_run ();
}
