/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show LEDGER REF: by number, by 1.2.3/2, by 1.2.3-05 and by id */
#include "ledger-cli-desk.h"

static void
test_references (LedgerCliDesk *desk, gconstpointer data)
{
  static const struct
  {
    const char *number;
    const char *keys;
  } cases[] = {
    { "1.1.1", "id number text state measure_rows evidence_rows signoffs notes" },
    { "1.1.1/1", "id number text issue due evidence evidence_rows" },
    { "1.1.1-01", "id number issue measures sha256 pages verdict" },
  };

  ledger_cli_desk_prepare (desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerCliCall) by_number =
          ledger_cli_call ("show", desk->ledger, cases[i].number, NULL);
      g_autoptr (LedgerCliCall) by_id =
          ledger_cli_call ("show", desk->ledger, ledger_cli_call_text (by_number, "id"), NULL);

      ledger_cli_call_expect_keys (ledger_cli_call_object (by_number), cases[i].keys);
      g_assert_cmpstr (ledger_cli_call_text (by_number, "number"), ==, cases[i].number);
      g_assert_cmpstr (by_number->output, ==, by_id->output);
    }
}

/* LOG 9: a number that two bear is answered with both ids. */
static void
test_ambiguous (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) first = ledger_cli_call ("show", desk->ledger, "1.1.1", NULL);
  g_autoptr (LedgerCliCall) set =
      ledger_cli_call ("set", desk->ledger, "issue", "1.1.2", "number", "1.1.1", NULL);

  ledger_cli_call_expect (set, 0);
  ledger_cli_call_refused (
      1, ledger_cli_call_text (first, "id"), "show", desk->ledger, "1.1.1", NULL);
  ledger_cli_call_refused (
      1, ledger_cli_call_text (set, "id"), "show", desk->ledger, "1.1.1", NULL);
  g_autoptr (LedgerCliCall) by_id =
      ledger_cli_call ("show", desk->ledger, ledger_cli_call_text (first, "id"), NULL);
  ledger_cli_call_expect (by_id, 0);
}

static void
test_none (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  ledger_cli_call_refused (1, "9.9.9", "show", desk->ledger, "9.9.9", NULL);
  ledger_cli_call_refused (1, "1.1.1", "show", desk->ledger, "1.1.1/77", NULL);
  ledger_cli_call_refused (1, "1.1.1-77", "show", desk->ledger, "1.1.1-77", NULL);
  ledger_cli_call_refused (1, "1.2.3-05", "show", desk->ledger, "", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-show/references", test_references);
  ledger_cli_desk_add ("/command-show/ambiguous", test_ambiguous);
  ledger_cli_desk_add ("/command-show/none", test_none);
  return g_test_run ();
}
