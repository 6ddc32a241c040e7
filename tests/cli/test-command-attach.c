/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attach LEDGER [--measure REF | --issue REF] FILE... */
#include "ledger-cli-desk.h"

static void
test_answer (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *pdf = ledger_cli_desk_sample ("pdf", "four-pages.pdf");
  g_autofree char *sheet = ledger_cli_desk_sample ("sheets", "01-反馈问题清单.xlsx");

  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) call =
      ledger_cli_call ("attach", desk->ledger, "--measure", "1.1.1/1", pdf, sheet, NULL);
  ledger_cli_call_expect (call, 0);
  g_assert_cmpuint (ledger_cli_call_count (call), ==, 2);
  JsonObject *first = ledger_cli_call_row (call, 0);
  JsonObject *second = ledger_cli_call_row (call, 1);
  ledger_cli_call_expect_keys (first, "file number sha256 pages verdict duplicate_of");
  g_assert_cmpstr (json_object_get_string_member (first, "file"), ==, pdf);
  g_assert_cmpstr (json_object_get_string_member (first, "number"), ==, "1.1.1-01");
  g_assert_cmpint (json_object_get_int_member (first, "pages"), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (first, "verdict"), ==, "usable");
  g_assert_true (json_object_get_null_member (first, "duplicate_of"));
  /* Any file is kept; what cannot be shown says so. */
  g_assert_cmpstr (json_object_get_string_member (second, "number"), ==, "1.1.1-02");
  g_assert_cmpstr (json_object_get_string_member (second, "verdict"), ==, "unsupported");

  g_autoptr (LedgerCliCall) again =
      ledger_cli_call ("attach", desk->ledger, "--issue", "1.1.1", pdf, NULL);
  ledger_cli_call_expect (again, 0);
  g_assert_cmpstr (json_object_get_string_member (ledger_cli_call_row (again, 0), "duplicate_of"),
                   ==,
                   "1.1.1-01");
}

/* Damaged and locked proof is kept and says why; an empty file is not taken, the others go on. */
static void
test_bad_files_are_told (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *empty = ledger_cli_desk_path (desk, "空.pdf");
  g_autofree char *locked = ledger_cli_desk_sample ("pdf", "needs-password.pdf");
  g_autofree char *cut = ledger_cli_desk_sample ("pdf", "truncated.pdf");

  ledger_cli_desk_import (desk);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_autoptr (LedgerCliCall) call =
      ledger_cli_call ("attach", desk->ledger, "--issue", "1.1.1", empty, locked, cut, NULL);
  ledger_cli_call_expect (call, 1);
  g_assert_cmpstr (call->complaint, ==, "");
  g_assert_cmpuint (ledger_cli_call_count (call), ==, 3);
  g_assert_true (json_object_has_member (ledger_cli_call_row (call, 0), "error"));
  g_assert_cmpstr (
      json_object_get_string_member (ledger_cli_call_row (call, 1), "verdict"), ==, "password");
  g_assert_cmpstr (
      json_object_get_string_member (ledger_cli_call_row (call, 2), "verdict"), ==, "damaged");
  for (guint i = 1; i < 3; i++)
    g_assert_cmpuint (
        strlen (json_object_get_string_member (ledger_cli_call_row (call, i), "sha256")), ==, 64);
}

static void
test_wrong_words (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *pdf = ledger_cli_desk_sample ("pdf", "four-pages.pdf");

  ledger_cli_desk_import (desk);
  ledger_cli_call_refused (2, "--issue", "attach", desk->ledger, pdf, NULL);
  ledger_cli_call_refused (
      2, "--issue", "attach", desk->ledger, "--issue", "1.1.1", "--measure", "1.1.1/1", pdf, NULL);
  ledger_cli_call_refused (1, "9.9.9", "attach", desk->ledger, "--issue", "9.9.9", pdf, NULL);
  ledger_cli_call_refused (2, "attach", "attach", desk->ledger, "--issue", "1.1.1", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-attach/answer", test_answer);
  ledger_cli_desk_add ("/command-attach/bad-files-are-told", test_bad_files_are_told);
  ledger_cli_desk_add ("/command-attach/wrong-words", test_wrong_words);
  return g_test_run ();
}
