/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list LEDGER
 * headings|issues|measures|phases|evidence|people|departments|signoffs|edits|conflicts|findings */
#include "ledger-cli-desk.h"

static const struct
{
  const char *word;
  const char *keys;
} lists[] = {
  { "headings", "id number text parent depth" },
  { "issues",
    "id number text headings state round deadline_class due due_text lead_leader department "
    "supporting handler reviewer responsible_leader measures evidence" },
  { "measures", "id number text issue issue_id due due_text done evidence" },
  { "phases", "id name start due" },
  { "evidence", "id number title issue measures file_name sha256 size pages verdict" },
  { "people", "id name post department supervises" },
  { "departments", "id name" },
  { "signoffs", "id issue step decision opinion signer time status changes" },
  { "edits", "id kind time actor title reason target records doubtful_time" },
  { "conflicts", "id number type field shown values" },
  { "findings", "id number rule blocking type field text" },
};

/* Every row of every list has its keys; an empty list is an array too. */
static void
test_keys (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_prepare (desk);
  ledger_cli_desk_sign (desk, "handler", "张伟");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (LedgerCliCall) call = ledger_cli_call ("list", desk->ledger, lists[i].word, NULL);

      g_test_message ("%s", lists[i].word);
      ledger_cli_call_expect (call, 0);
      for (guint j = 0; j < ledger_cli_call_count (call); j++)
        ledger_cli_call_expect_keys (ledger_cli_call_row (call, j), lists[i].keys);
    }
}

/* As the ledger shows them: headings from the top, measures under their problems. */
static void
test_order (LedgerCliDesk *desk, gconstpointer data)
{
  static const char *const headings[] = { "1", "1.1", "1.2", "1.3", "2", "2.1" };

  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("list", desk->ledger, "headings", NULL);
  g_autoptr (LedgerCliCall) measures = ledger_cli_call ("list", desk->ledger, "measures", NULL);
  g_assert_cmpuint (ledger_cli_call_count (call), ==, G_N_ELEMENTS (headings));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_assert_cmpstr (
        json_object_get_string_member (ledger_cli_call_row (call, i), "number"), ==, headings[i]);
  g_assert_cmpuint (ledger_cli_call_count (measures), ==, 50);
  g_assert_cmpstr (
      json_object_get_string_member (ledger_cli_call_row (measures, 0), "number"), ==, "1.1.1/1");
  for (guint i = 1; i < 50; i++)
    {
      JsonObject *before = ledger_cli_call_row (measures, i - 1);
      JsonObject *row = ledger_cli_call_row (measures, i);
      const char *issue = json_object_get_string_member (row, "issue");
      gboolean same = g_str_equal (issue, json_object_get_string_member (before, "issue"));
      g_autofree char *first = g_strconcat (issue, "/1", NULL);

      g_assert_true (same || g_str_equal (json_object_get_string_member (row, "number"), first));
    }
}

static void
test_for_people (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) call =
      ledger_cli_call_plain ("list", desk->ledger, "departments", NULL);
  g_auto (GStrv) lines = g_strsplit (call->output, "\n", -1);

  ledger_cli_call_expect (call, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 10 + 1);
}

static void
test_wrong_words (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_call_refused (2, "birds", "list", desk->ledger, "birds", NULL);
  ledger_cli_call_refused (2, "headings", "list", desk->ledger, NULL);
  ledger_cli_call_refused (2, "headings", "list", desk->ledger, "issues", "more", NULL);
  ledger_cli_call_refused (1, "没有", "list", "/没有/台账.zgl", "issues", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-list/keys", test_keys);
  ledger_cli_desk_add ("/command-list/order", test_order);
  ledger_cli_desk_add ("/command-list/for-people", test_for_people);
  ledger_cli_desk_add ("/command-list/wrong-words", test_wrong_words);
  return g_test_run ();
}
