/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo LEDGER and redo LEDGER */
#include "ledger-cli-desk.h"

static guint
count_issues (LedgerCliDesk *desk)
{
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("list", desk->ledger, "issues", NULL);

  ledger_cli_call_expect (call, 0);
  return ledger_cli_call_count (call);
}

static void
test_import_and_back (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) before = ledger_cli_call ("rebuild", desk->ledger, NULL);
  g_autoptr (LedgerCliCall) undo = ledger_cli_call ("undo", desk->ledger, NULL);
  g_assert_cmpuint (count_issues (desk), ==, 0);
  g_autoptr (LedgerCliCall) redo = ledger_cli_call ("redo", desk->ledger, NULL);
  g_assert_cmpuint (count_issues (desk), ==, 12);
  g_autoptr (LedgerCliCall) after = ledger_cli_call ("rebuild", desk->ledger, NULL);

  ledger_cli_call_expect (undo, 0);
  ledger_cli_call_expect (redo, 0);
  g_assert_cmpstr (
      ledger_cli_call_text (undo, "undone"), ==, ledger_cli_call_text (redo, "redone"));
  g_assert_cmpstr (
      ledger_cli_call_text (before, "after"), ==, ledger_cli_call_text (after, "after"));
  ledger_cli_call_refused (1, "", "redo", desk->ledger, NULL);
  g_autoptr (LedgerCliCall) plain = ledger_cli_call_plain ("undo", desk->ledger, NULL);
  g_assert_cmpstr (plain->output, ==, "已撤销：导入清单\n");
}

/* A signature stays; what was signed on the strength of cannot be taken away under it (LOG 7, 8).
 */
static void
test_signature_stays (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_prepare (desk);
  ledger_cli_desk_sign (desk, "handler", "张伟");
  ledger_cli_call_refused (1, "", "undo", desk->ledger, NULL);
  g_autofree char *state = ledger_cli_desk_dup_state (desk, "1.1.1");
  g_assert_cmpstr (state, ==, "awaiting_review");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-undo/import-and-back", test_import_and_back);
  ledger_cli_desk_add ("/command-undo/signature-stays", test_signature_stays);
  return g_test_run ();
}
