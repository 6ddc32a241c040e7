/* SPDX-License-Identifier: GPL-3.0-or-later */
/* new LEDGER --unit NAME [--inspection NAME] [--feedback DATE] [--report-due DATE] */
#include "ledger-cli-desk.h"

static void
test_answer (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *path = ledger_cli_desk_path (desk, "另一本.zgl");
  g_autoptr (LedgerCliCall) made = ledger_cli_call ("new",
                                                    path,
                                                    "--unit",
                                                    "某局",
                                                    "--inspection",
                                                    "巡察",
                                                    "--feedback",
                                                    "2026-02-01",
                                                    "--as",
                                                    "李敏",
                                                    NULL);
  g_autoptr (LedgerCliCall) edits = ledger_cli_call ("list", path, "edits", NULL);

  ledger_cli_call_expect (made, 0);
  g_assert_cmpstr (ledger_cli_call_text (made, "ledger"), ==, path);
  g_assert_cmpuint (strlen (ledger_cli_call_text (made, "id")), ==, 64);
  /* Whoever makes it has made all of it; the first edit is the ledger's id (LOG 1). */
  for (guint i = 0; i < ledger_cli_call_count (edits); i++)
    g_assert_cmpstr (
        json_object_get_string_member (ledger_cli_call_row (edits, i), "actor"), ==, "李敏");
  g_assert_cmpuint (ledger_cli_call_count (edits), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (
                       ledger_cli_call_row (edits, ledger_cli_call_count (edits) - 1), "id"),
                   ==,
                   ledger_cli_call_text (made, "id"));
}

static void
test_what_is_there_stays (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *nowhere = ledger_cli_desk_path (desk, "没有/台账.zgl");

  ledger_cli_call_refused (1, "台账.zgl", "new", desk->ledger, "--unit", "某局", NULL);
  ledger_cli_call_refused (1, "台账.zgl", "new", nowhere, "--unit", "某局", NULL);
}

/* Nothing is left of a call that was wrong. */
static void
test_wrong_words (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *path = ledger_cli_desk_path (desk, "另一本.zgl");

  ledger_cli_call_refused (2, "--unit", "new", path, NULL);
  ledger_cli_call_refused (2, "--unit", "new", path, "--unit", "", NULL);
  ledger_cli_call_refused (
      2, "--feedback", "new", path, "--unit", "某局", "--feedback", "2026-13-01", NULL);
  ledger_cli_call_refused (
      2, "--report-due", "new", path, "--unit", "某局", "--report-due", "年底", NULL);
  ledger_cli_call_refused (2, "--unit", "new", path, "--unit", "\xff", NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-new/answer", test_answer);
  ledger_cli_desk_add ("/command-new/what-is-there-stays", test_what_is_there_stays);
  ledger_cli_desk_add ("/command-new/wrong-words", test_wrong_words);
  return g_test_run ();
}
