/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-complaints.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
test_hears_only_between (void)
{
  g_autoptr (LedgerComplaints) complaints = ledger_complaints_new ();

  ledger_complaints_begin (complaints);
  g_assert_false (ledger_complaints_end (complaints));
  ledger_complaints_begin (complaints);
  fputs ("# a complaint\n", stderr);
  g_assert_true (ledger_complaints_end (complaints));
  fputs ("# not heard\n", stderr);
  ledger_complaints_begin (complaints);
  g_assert_false (ledger_complaints_end (complaints));
}

/* More than a pipe holds must not block. */
static void
test_never_blocks (void)
{
  g_autoptr (LedgerComplaints) complaints = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("*complaint*");
      return;
    }
  complaints = ledger_complaints_new ();
  ledger_complaints_begin (complaints);
  for (guint i = 0; i < 50000; i++)
    fputs ("complaint\n", stderr);
  g_assert_true (ledger_complaints_end (complaints));
}

static void
test_none (void)
{
  ledger_complaints_begin (NULL);
  g_assert_false (ledger_complaints_end (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/complaints/hears-only-between", test_hears_only_between);
  g_test_add_func ("/complaints/never-blocks", test_never_blocks);
  g_test_add_func ("/complaints/none", test_none);
  return g_test_run ();
}
