/* SPDX-License-Identifier: GPL-3.0-or-later */
/* renumber LEDGER [REF...]: [{"type","id","before","number"}] */
#include "ledger-cli-desk.h"

/* Two problems of one number, as after a merge: both ids are told; the later gets the next number,
 * and nothing more is to be done. */
static void
test_equal_numbers (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) nothing = ledger_cli_call ("renumber", desk->ledger, NULL);
  ledger_cli_call_expect (nothing, 0);
  g_assert_cmpuint (ledger_cli_call_count (nothing), ==, 0);
  ledger_cli_call_refused (1, "1.1.1", "renumber", desk->ledger, "1.1.1", NULL);

  g_autoptr (LedgerCliCall) set =
      ledger_cli_call ("set", desk->ledger, "issue", "1.1.2", "number", "1.1.1", NULL);
  ledger_cli_call_expect (set, 0);
  ledger_cli_call_refused (1, "1.1.1", "show", desk->ledger, "1.1.1", NULL);
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("renumber", desk->ledger, NULL);
  ledger_cli_call_expect (call, 0);
  g_assert_cmpuint (ledger_cli_call_count (call), ==, 1);
  JsonObject *row = ledger_cli_call_row (call, 0);
  ledger_cli_call_expect_keys (row, "type id before number");
  g_assert_cmpstr (json_object_get_string_member (row, "type"), ==, "issue");
  g_assert_cmpstr (json_object_get_string_member (row, "before"), ==, "1.1.1·重");
  const char *number = json_object_get_string_member (row, "number");
  g_assert_true (g_str_has_prefix (number, "1.1."));
  g_autoptr (LedgerCliCall) moved = ledger_cli_call ("show", desk->ledger, number, NULL);
  g_autoptr (LedgerCliCall) stays = ledger_cli_call ("show", desk->ledger, "1.1.1", NULL);
  ledger_cli_call_expect (moved, 0);
  ledger_cli_call_expect (stays, 0);
  g_assert_cmpstr (ledger_cli_call_text (moved, "id"), !=, ledger_cli_call_text (stays, "id"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-renumber/equal-numbers", test_equal_numbers);
  return g_test_run ();
}
