/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample FILE */
#include "ledger-cli-desk.h"

static void
test_what_is_there_stays (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *nowhere = ledger_cli_desk_path (desk, "没有/示例.zgl");

  ledger_cli_call_refused (1, "台账.zgl", "sample", desk->ledger, NULL);
  ledger_cli_call_refused (1, "示例.zgl", "sample", nowhere, NULL);
  ledger_cli_call_refused (2, "sample", "sample", NULL);
}

#define ADD(name, func)                                                                            \
  g_test_add (name, LedgerCliDesk, NULL, ledger_cli_desk_set_up, func, ledger_cli_desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/command-sample/what-is-there-stays", test_what_is_there_stays);
  return g_test_run ();
}
