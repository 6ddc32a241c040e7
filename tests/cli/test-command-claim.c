/* SPDX-License-Identifier: GPL-3.0-or-later */
/* claim LEDGER ISSUE... --department D --lead-leader N [--supporting D,D] [--handler N] … */
#include "ledger-cli-desk.h"

static void
test_several (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("claim",
                                                    desk->ledger,
                                                    "1.1.1",
                                                    "1.1.2",
                                                    "--department",
                                                    "机关党委",
                                                    "--lead-leader",
                                                    "王建国",
                                                    "--supporting",
                                                    "办公室,人事科",
                                                    "--reviewer",
                                                    "李敏",
                                                    "--responsible-leader",
                                                    "赵志强",
                                                    NULL);

  ledger_cli_call_expect (call, 0);
  g_assert_cmpuint (ledger_cli_call_count (call), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      JsonObject *row = ledger_cli_call_row (call, i);

      g_assert_cmpstr (json_object_get_string_member (row, "department"), ==, "机关党委");
      g_assert_cmpstr (json_object_get_string_member (row, "lead_leader"), ==, "王建国");
      g_assert_cmpstr (json_object_get_string_member (row, "reviewer"), ==, "李敏");
      g_assert_cmpstr (json_object_get_string_member (row, "responsible_leader"), ==, "赵志强");
      g_assert_true (json_object_get_null_member (row, "handler"));
      g_assert_cmpuint (
          json_array_get_length (json_object_get_array_member (row, "supporting")), ==, 2);
    }
}

static void
test_wrong_words (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  ledger_cli_call_refused (2, "--department", "claim", desk->ledger, "1.1.1", NULL);
  ledger_cli_call_refused (
      2, "--lead-leader", "claim", desk->ledger, "1.1.1", "--department", "办公室", NULL);
  /* One that is not there: none is claimed. */
  ledger_cli_call_refused (1,
                           "9.9.9",
                           "claim",
                           desk->ledger,
                           "1.1.1",
                           "9.9.9",
                           "--department",
                           "办公室",
                           "--lead-leader",
                           "王建国",
                           NULL);
  g_autofree char *state = ledger_cli_desk_dup_state (desk, "1.1.1");
  g_assert_cmpstr (state, ==, "unclaimed");
}

/* A problem named twice, once by its number and once by its id, is claimed and answered once. */
static void
test_named_twice (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) shown = ledger_cli_call ("show", desk->ledger, "1.1.1", NULL);
  g_autoptr (LedgerCliCall) claim = ledger_cli_call ("claim",
                                                     desk->ledger,
                                                     "1.1.1",
                                                     ledger_cli_call_text (shown, "id"),
                                                     "--department",
                                                     "办公室",
                                                     "--lead-leader",
                                                     "王建国",
                                                     NULL);

  ledger_cli_call_expect (claim, 0);
  g_assert_cmpuint (ledger_cli_call_count (claim), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-claim/several", test_several);
  ledger_cli_desk_add ("/command-claim/named-twice", test_named_twice);
  ledger_cli_desk_add ("/command-claim/wrong-words", test_wrong_words);
  return g_test_run ();
}
