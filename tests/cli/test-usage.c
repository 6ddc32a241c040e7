/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --help, and what is no call of a command: exit 2, one sentence on stderr. */
#include "ledger-cli-desk.h"

#include <sys/wait.h>

static const char *const commands[] = {
  "new",    "import",  "list", "show", "claim", "set",    "attach",  "evidence", "sign",
  "verify", "rebuild", "undo", "redo", "merge", "backup", "restore", "sample",
};

/* In Chinese, every command with its words. */
static void
test_help (LedgerCliDesk *desk, gconstpointer data)
{
  g_autoptr (LedgerCliCall) all = ledger_cli_call_plain ("--help", NULL);

  ledger_cli_call_expect (all, 0);
  g_assert_nonnull (strstr (all->output, "整改台账"));
  g_assert_nonnull (strstr (all->output, "1.2.3-05"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s ", commands[i]);
      g_assert_nonnull (strstr (all->output, line));
    }
  g_autoptr (LedgerCliCall) one = ledger_cli_call_plain ("help", "sign", NULL);
  g_autoptr (LedgerCliCall) behind = ledger_cli_call_plain ("sign", "--help", NULL);
  ledger_cli_call_expect (one, 0);
  g_assert_nonnull (strstr (one->output, "--step"));
  g_assert_cmpstr (one->output, ==, behind->output);
}

static void
test_nothing_said (LedgerCliDesk *desk, gconstpointer data)
{
  const char *program = g_getenv ("ZHENGGAI_CLI");
  g_autofree char *output = NULL;
  g_autofree char *complaint = NULL;
  int status = 0;
  const char *words[] = { program, NULL };

  g_assert_true (g_spawn_sync (
      NULL, (char **)words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &complaint, &status, NULL));
  g_assert_cmpint (WEXITSTATUS (status), ==, 2);
  g_assert_cmpstr (output, ==, "");
  g_assert_nonnull (strstr (complaint, "rebuild"));
}

/* An answer that got lost is no answer. */
static void
test_full_output (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *program = g_shell_quote (g_getenv ("ZHENGGAI_CLI"));
  g_autofree char *ledger = g_shell_quote (desk->ledger);
  g_autofree char *command =
      g_strdup_printf ("%s list %s edits --json >/dev/full", program, ledger);
  const char *words[] = { "sh", "-c", command, NULL };
  g_autofree char *complaint = NULL;
  int status = 0;

  g_assert_true (g_spawn_sync (NULL,
                               (char **)words,
                               NULL,
                               G_SPAWN_SEARCH_PATH,
                               NULL,
                               NULL,
                               NULL,
                               &complaint,
                               &status,
                               NULL));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  g_assert_cmpuint (strlen (complaint), >, 5);
}

static void
test_wrong_words (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_call_refused (2, "fly", "fly", NULL);
  ledger_cli_call_refused (2, "fly", "help", "fly", NULL);
  ledger_cli_call_refused (2, "--twice", "undo", desk->ledger, "--twice", NULL);
  ledger_cli_call_refused (2, "--unit", "new", "x.zgl", "--unit=", NULL);
  ledger_cli_call_refused (2, "--preview", "import", desk->ledger, "x", "--preview=1", NULL);
  ledger_cli_call_refused (2, "verify", "verify", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/usage/help", test_help);
  ledger_cli_desk_add ("/usage/nothing-said", test_nothing_said);
  ledger_cli_desk_add ("/usage/full-output", test_full_output);
  ledger_cli_desk_add ("/usage/wrong-words", test_wrong_words);
  return g_test_run ();
}
