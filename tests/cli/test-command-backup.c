/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup LEDGER --to FILE and restore BACKUP --to LEDGER */
#include "ledger-cli-desk.h"

static void
test_there_and_back (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *backup = ledger_cli_desk_path (desk, "备份.zgl");
  g_autofree char *restored = ledger_cli_desk_path (desk, "恢复.zgl");

  ledger_cli_desk_prepare (desk);
  g_autoptr (LedgerCliCall) out = ledger_cli_call ("backup", desk->ledger, "--to", backup, NULL);
  g_autoptr (LedgerCliCall) in = ledger_cli_call ("restore", backup, "--to", restored, NULL);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", restored, NULL);
  ledger_cli_call_expect (out, 0);
  ledger_cli_call_expect (in, 0);
  ledger_cli_call_expect (verify, 0);
  g_autofree char *before = ledger_cli_desk_dup_digest (desk->ledger);
  g_autofree char *after = ledger_cli_desk_dup_digest (restored);
  g_assert_cmpstr (before, ==, after);
}

/* What was there goes aside, and the answer says where. */
static void
test_over_what_is_there (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *backup = ledger_cli_desk_path (desk, "备份.zgl");

  g_autoptr (LedgerCliCall) out = ledger_cli_call ("backup", desk->ledger, "--to", backup, NULL);
  ledger_cli_desk_import (desk);
  g_autofree char *later = ledger_cli_desk_dup_digest (desk->ledger);
  g_autoptr (LedgerCliCall) in = ledger_cli_call ("restore", backup, "--to", desk->ledger, NULL);
  ledger_cli_call_expect (out, 0);
  ledger_cli_call_expect (in, 0);
  g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", desk->ledger, "issues", NULL);
  g_assert_cmpuint (ledger_cli_call_count (issues), ==, 0);
  g_autofree char *aside = ledger_cli_desk_dup_digest (ledger_cli_call_text (in, "aside"));
  g_assert_cmpstr (later, ==, aside);
}

static void
test_refused (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *nowhere = ledger_cli_desk_path (desk, "没有/备份.zgl");
  g_autofree char *bad = ledger_cli_desk_path (desk, "坏.zgl");

  g_assert_true (g_file_set_contents (bad, "no ledger", -1, NULL));
  ledger_cli_call_refused (2, "--to", "backup", desk->ledger, NULL);
  ledger_cli_call_refused (2, "--to", "restore", bad, NULL);
  ledger_cli_call_refused (1, "备份.zgl", "backup", desk->ledger, "--to", nowhere, NULL);
  ledger_cli_call_refused (1, "台账.zgl", "backup", desk->ledger, "--to", desk->ledger, NULL);
  ledger_cli_call_refused (1, "坏.zgl", "backup", desk->ledger, "--to", bad, NULL);
  g_autofree char *kept = NULL;
  g_assert_true (g_file_get_contents (bad, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "no ledger");
  ledger_cli_call_refused (1, "坏.zgl", "restore", bad, "--to", desk->ledger, NULL);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", desk->ledger, NULL);
  ledger_cli_call_expect (verify, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-backup/there-and-back", test_there_and_back);
  ledger_cli_desk_add ("/command-backup/over-what-is-there", test_over_what_is_there);
  ledger_cli_desk_add ("/command-backup/refused", test_refused);
  return g_test_run ();
}
