/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evidence LEDGER NUMBER --to FILE: the original bytes */
#include "ledger-cli-desk.h"

static void
test_bytes (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *target = ledger_cli_desk_path (desk, "导出.pdf");
  g_autofree char *source = ledger_cli_desk_sample ("pdf", "four-pages.pdf");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  ledger_cli_desk_prepare (desk);
  g_autoptr (LedgerCliCall) call =
      ledger_cli_call ("evidence", desk->ledger, "1.1.1-01", "--to", target, NULL);
  ledger_cli_call_expect (call, 0);
  g_assert_true (g_file_get_contents (source, &before, &n_before, NULL));
  g_assert_true (g_file_get_contents (target, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Above all not over the ledger itself. */
static void
test_refused (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *nowhere = ledger_cli_desk_path (desk, "没有/导出.pdf");
  g_autofree char *target = ledger_cli_desk_path (desk, "导出.pdf");

  ledger_cli_desk_prepare (desk);
  ledger_cli_call_refused (2, "--to", "evidence", desk->ledger, "1.1.1-01", NULL);
  ledger_cli_call_refused (
      1, "1.1.1-77", "evidence", desk->ledger, "1.1.1-77", "--to", target, NULL);
  ledger_cli_call_refused (
      1, "导出.pdf", "evidence", desk->ledger, "1.1.1-01", "--to", nowhere, NULL);
  ledger_cli_call_refused (
      1, "台账.zgl", "evidence", desk->ledger, "1.1.1-01", "--to", desk->ledger, NULL);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", desk->ledger, NULL);
  ledger_cli_call_expect (verify, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-evidence/bytes", test_bytes);
  ledger_cli_desk_add ("/command-evidence/refused", test_refused);
  return g_test_run ();
}
