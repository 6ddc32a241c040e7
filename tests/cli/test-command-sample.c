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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-sample/what-is-there-stays", test_what_is_there_stays);
  return g_test_run ();
}
