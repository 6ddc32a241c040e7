/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sign LEDGER ISSUE --step handler|reviewer|leader [--opinion TEXT] [--return REASON] --as NAME
 * [--signer NAME --paper-date DATE [--scan FILE]] */
#include "ledger-cli-desk.h"

static void
assert_state (LedgerCliDesk *desk, const char *state)
{
  g_autofree char *found = ledger_cli_desk_dup_state (desk, "1.1.1");

  g_assert_cmpstr (found, ==, state);
}

static void
test_three_steps (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_prepare (desk);
  assert_state (desk, "in_progress");
  ledger_cli_desk_sign (desk, "handler", "张伟");
  assert_state (desk, "awaiting_review");
  ledger_cli_desk_sign (desk, "reviewer", "李敏");
  assert_state (desk, "awaiting_approval");
  g_autoptr (LedgerCliCall) leader = ledger_cli_call ("sign",
                                                      desk->ledger,
                                                      "1.1.1",
                                                      "--step",
                                                      "leader",
                                                      "--opinion",
                                                      "同意，抓好长效机制落实。",
                                                      "--as",
                                                      "王建国",
                                                      NULL);
  ledger_cli_call_expect (leader, 0);
  g_assert_cmpstr (ledger_cli_call_text (leader, "state"), ==, "done_by_unit");

  /* A change after that shows as 签后有变更; undone by setting it back it is valid again (LOG 7).
   */
  g_autofree char *due = g_strdup (ledger_cli_call_text (leader, "due_text"));
  const char *const values[] = { "2026-12-01", due };
  const char *const states[] = { "changed", "valid" };
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LedgerCliCall) set =
          ledger_cli_call ("set", desk->ledger, "issue", "1.1.1", "due", values[i], NULL);
      g_autoptr (LedgerCliCall) signoffs = ledger_cli_call ("list", desk->ledger, "signoffs", NULL);
      JsonObject *last = ledger_cli_call_find (signoffs, "step", "leader");

      ledger_cli_call_expect (set, 0);
      g_assert_cmpuint (ledger_cli_call_count (signoffs), ==, 3);
      g_assert_cmpstr (json_object_get_string_member (last, "status"), ==, states[i]);
      g_assert_cmpstr (
          json_object_get_string_member (last, "opinion"), ==, "同意，抓好长效机制落实。");
    }
}

/* The first measure is not ticked as done: the signature counts, and the answer says what the rules
 * say of it, until it is ticked. */
static void
test_not_ticked (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_prepare (desk);
  g_autoptr (LedgerCliCall) untick =
      ledger_cli_call ("set", desk->ledger, "measure", "1.1.1/1", "done", "false", NULL);
  ledger_cli_call_expect (untick, 0);
  g_autoptr (LedgerCliCall) handler =
      ledger_cli_call ("sign", desk->ledger, "1.1.1", "--step", "handler", "--as", "张伟", NULL);
  ledger_cli_call_expect (handler, 0);
  g_assert_cmpstr (ledger_cli_call_text (handler, "state"), ==, "awaiting_review");
  JsonArray *findings = json_object_get_array_member (ledger_cli_call_object (handler), "findings");
  g_assert_cmpuint (json_array_get_length (findings), ==, 1);
  JsonObject *finding = json_array_get_object_element (findings, 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "number"), ==, "1.1.1/1");
  g_assert_cmpstr (json_object_get_string_member (finding, "field"), ==, "done");
  g_assert_cmpstr (json_object_get_string_member (finding, "text"), ==, "措施1还没有标为完成。");
}

static void
test_return (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_prepare (desk);
  ledger_cli_desk_sign (desk, "handler", "张伟");
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("sign",
                                                    desk->ledger,
                                                    "1.1.1",
                                                    "--step",
                                                    "reviewer",
                                                    "--return",
                                                    "佐证不足",
                                                    "--as",
                                                    "李敏",
                                                    NULL);
  ledger_cli_call_expect (call, 0);
  g_assert_cmpstr (ledger_cli_call_text (call, "state"), ==, "in_progress");
  g_assert_cmpint (ledger_cli_call_figure (call, "round"), ==, 2);
}

static void
test_refused (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_prepare (desk);
  ledger_cli_call_refused (2, "--as", "sign", desk->ledger, "1.1.1", "--step", "handler", NULL);
  ledger_cli_call_refused (
      2, "--step", "sign", desk->ledger, "1.1.1", "--step", "boss", "--as", "张伟", NULL);
  ledger_cli_call_refused (2, "--step", "sign", desk->ledger, "1.1.1", "--as", "张伟", NULL);
  ledger_cli_call_refused (2,
                           "--opinion",
                           "sign",
                           desk->ledger,
                           "1.1.1",
                           "--step",
                           "handler",
                           "--as",
                           "张伟",
                           "--opinion",
                           "同意",
                           "--return",
                           "不同意",
                           NULL);
  ledger_cli_call_refused (
      1, "", "sign", desk->ledger, "1.1.1", "--step", "leader", "--as", "王建国", NULL);
  ledger_cli_call_refused (
      1, "王建国", "sign", desk->ledger, "1.1.1", "--step", "handler", "--as", "王建国", NULL);
  assert_state (desk, "in_progress");
}

/* 补录纸质签批 with its scan: told as such, kept to the byte, looked at by verify. */
static void
test_paper (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *scan = ledger_cli_desk_sample ("pdf", "grayscale-scan.pdf");
  g_autofree char *target = ledger_cli_desk_path (desk, "签批件.pdf");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  ledger_cli_desk_prepare (desk);
  ledger_cli_desk_sign (desk, "handler", "张伟");
#define PAPER "sign", desk->ledger, "1.1.1", "--step", "reviewer", "--as", "张伟", "--scan", scan
  ledger_cli_call_refused (2, "--signer", PAPER, NULL);
  ledger_cli_call_refused (1, "", PAPER, "--signer", "李敏", "--paper-date", "2999-01-01", NULL);
  ledger_cli_call_refused (
      1, "无此人", PAPER, "--signer", "无此人", "--paper-date", "2026-03-05", NULL);
  assert_state (desk, "awaiting_review");
  g_autoptr (LedgerCliCall) paper =
      ledger_cli_call (PAPER, "--signer", "李敏", "--paper-date", "2026-03-05", NULL);
#undef PAPER
  ledger_cli_call_expect (paper, 0);
  assert_state (desk, "awaiting_approval");
  g_autoptr (LedgerCliCall) signoffs = ledger_cli_call ("list", desk->ledger, "signoffs", NULL);
  JsonObject *row = ledger_cli_call_find (signoffs, "step", "reviewer");
  g_assert_true (json_object_get_boolean_member (row, "paper"));
  g_assert_cmpstr (json_object_get_string_member (row, "paper_date"), ==, "2026-03-05");
  g_assert_cmpstr (json_object_get_string_member (row, "entered_by"), ==, "张伟");
  g_assert_cmpstr (json_object_get_string_member (row, "scan_name"), ==, "grayscale-scan.pdf");
  g_autoptr (LedgerCliCall) taken = ledger_cli_call (
      "evidence", desk->ledger, json_object_get_string_member (row, "id"), "--to", target, NULL);
  ledger_cli_call_expect (taken, 0);
  g_assert_true (g_file_get_contents (scan, &before, &n_before, NULL));
  g_assert_true (g_file_get_contents (target, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", desk->ledger, NULL);
  ledger_cli_call_expect (verify, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-sign/three-steps", test_three_steps);
  ledger_cli_desk_add ("/command-sign/not-ticked", test_not_ticked);
  ledger_cli_desk_add ("/command-sign/return", test_return);
  ledger_cli_desk_add ("/command-sign/refused", test_refused);
  ledger_cli_desk_add ("/command-sign/paper", test_paper);
  return g_test_run ();
}
