/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rebuild LEDGER: {"before","after"} */
#include "ledger-cli-desk.h"

static void
test_same (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("rebuild", desk->ledger, NULL);

  ledger_cli_call_expect (call, 0);
  g_assert_cmpuint (strlen (ledger_cli_call_text (call, "before")), ==, 64);
  g_assert_cmpstr (ledger_cli_call_text (call, "before"), ==, ledger_cli_call_text (call, "after"));
}

#define ADD(name, func)                                                                            \
  g_test_add (name, LedgerCliDesk, NULL, ledger_cli_desk_set_up, func, ledger_cli_desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/command-rebuild/same", test_same);
  return g_test_run ();
}
