/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-usage.h"

#include <glib/gi18n-lib.h>

static void
append_command (GString *text, const LedgerCommand *command)
{
  g_string_append_printf (
      text, "  %s %s\n      %s\n", command->name, _ (command->arguments), _ (command->summary));
}

char *
ledger_usage_dup_all (void)
{
  guint n_commands;
  const LedgerCommand *commands = ledger_command_table (&n_commands);
  GString *text =
      g_string_new (_ ("zhenggai-cli COMMAND … — the rectification ledger for scripts"));

  g_string_append (text, "\n\n");
  for (guint i = 0; i < n_commands; i++)
    append_command (text, &commands[i]);
  g_string_append_printf (
      text,
      "\n%s\n%s\n%s\n",
      _ ("Every command takes --json and --as NAME; “help COMMAND” shows its words."),
      _ ("REF: a problem is 1.2.3, its second measure 1.2.3/2, its fifth evidence 1.2.3-05, or an "
         "id; DATE: 2026-03-05."),
      _ ("Exit status: 0 done, 1 problems found and printed, 2 wrong usage."));
  return g_string_free (text, FALSE);
}

char *
ledger_usage_dup_of (const LedgerCommand *command)
{
  g_autofree char *line = g_strdup_printf (
      _ ("Usage: zhenggai-cli %s %s [--json] [--as NAME]"), command->name, _ (command->arguments));

  return g_strdup_printf ("%s\n%s\n", line, _ (command->summary));
}
