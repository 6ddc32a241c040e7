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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-rebuild/same", test_same);
  return g_test_run ();
}
