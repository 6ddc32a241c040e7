/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup LEDGER --to FILE and restore BACKUP --to LEDGER */
#include "ledger-cli-desk.h"

static char *
reading_digest (const char *ledger)
{
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("rebuild", ledger, NULL);

  ledger_cli_call_expect (call, 0);
  return g_strdup (ledger_cli_call_text (call, "after"));
}

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
  g_autofree char *before = reading_digest (desk->ledger);
  g_autofree char *after = reading_digest (restored);
  g_assert_cmpstr (before, ==, after);
}

/* What was there goes aside, and the answer says where. */
static void
test_over_what_is_there (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *backup = ledger_cli_desk_path (desk, "备份.zgl");

  g_autoptr (LedgerCliCall) out = ledger_cli_call ("backup", desk->ledger, "--to", backup, NULL);
  ledger_cli_desk_import (desk);
  g_autofree char *later = reading_digest (desk->ledger);
  g_autoptr (LedgerCliCall) in = ledger_cli_call ("restore", backup, "--to", desk->ledger, NULL);
  ledger_cli_call_expect (out, 0);
  ledger_cli_call_expect (in, 0);
  g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", desk->ledger, "issues", NULL);
  g_assert_cmpuint (ledger_cli_call_count (issues), ==, 0);
  g_autofree char *aside = reading_digest (ledger_cli_call_text (in, "aside"));
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
  ledger_cli_call_refused (1, "坏.zgl", "restore", bad, "--to", desk->ledger, NULL);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", desk->ledger, NULL);
  ledger_cli_call_expect (verify, 0);
}

#define ADD(name, func)                                                                            \
  g_test_add (name, LedgerCliDesk, NULL, ledger_cli_desk_set_up, func, ledger_cli_desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/command-backup/there-and-back", test_there_and_back);
  ADD ("/command-backup/over-what-is-there", test_over_what_is_there);
  ADD ("/command-backup/refused", test_refused);
  return g_test_run ();
}
